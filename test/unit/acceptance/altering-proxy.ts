import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** An answer of the service on its way. */
export interface Passing {
  readonly call: string;
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the answers of a service are of any shape
  body: any;
}

/** Stands between a client and the local DCS, and alters answers. */
export async function alteringProxy(target: string, alter: (answer: Passing) => void) {
  /** Every body and every header that passed, in both directions. */
  const passed: unknown[] = [];
  const server = createServer(async (request, response) => {
    let sent = "";
    for await (const chunk of request) sent += String(chunk);
    const { method = "GET", url = "/" } = request;
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(([name]) => !["host", "connection", "content-length"].includes(name)),
    ) as Record<string, string>;
    const answer = await fetch(`${target}${url}`, { method, headers, ...(sent === "" ? {} : { body: sent }) });
    const text = await answer.text();
    const passing: Passing = {
      call: `${method} ${url}`,
      status: answer.status,
      // The catalogue would lead the client past this proxy.
      body: text === "" ? undefined : JSON.parse(text.replaceAll(target, `http://${request.headers.host}`)),
    };
    alter(passing);
    passed.push(sent === "" ? undefined : JSON.parse(sent), passing.body, headers, [...answer.headers.values()]);
    const token = answer.headers.get("x-subject-token");
    response.writeHead(passing.status, {
      "content-type": "application/json",
      ...(token === null ? {} : { "x-subject-token": token }),
    });
    response.end(passing.body === undefined ? undefined : JSON.stringify(passing.body));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, passed, close };
}
