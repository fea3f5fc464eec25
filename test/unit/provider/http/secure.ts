import { createServer, type IncomingMessage } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, connect, type Socket } from "node:net";
import { generate } from "selfsigned";

/** A host that exists only behind the test's proxy: loopback is never left to one. */
export const HOST = "dcs.shop.test";

export interface Identity {
  readonly key: string;
  readonly certificate: string;
}

/** A certificate of its own authority, for {@link HOST} and 127.0.0.1. */
export async function makeIdentity(notAfterDate?: Date): Promise<Identity> {
  const { private: key, cert: certificate } = await generate([{ name: "commonName", value: HOST }], {
    keyType: "ec",
    ...(notAfterDate ? { notBeforeDate: new Date(0), notAfterDate } : {}),
    extensions: [
      { name: "basicConstraints", cA: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: HOST },
          { type: 7, ip: "127.0.0.1" },
        ],
      },
    ],
  });
  return { key, certificate };
}

const running: Array<() => Promise<void>> = [];

export async function stopSecure(): Promise<void> {
  await Promise.all(running.splice(0).map((stop) => stop()));
}

/** Answers everything with an empty list of instances, over TLS on a free loopback port. */
export async function serveSecurely({ key, certificate }: Identity) {
  const seen: IncomingMessage[] = [];
  const server = createSecureServer({ key, cert: certificate }, (request, response) => {
    seen.push(request);
    response.writeHead(200, { "content-type": "application/json" }).end('{"instances":[]}');
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  running.push(
    () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  );
  return { port: (server.address() as AddressInfo).port, seen };
}

/** What a proxy does with a wish to connect: leads it to a port, refuses it by a status, or is silent. */
export type Way = { readonly to: number } | { readonly refuse: number } | "silent";

/** An HTTP proxy on a free loopback port. `asked` holds the hosts it was asked to connect to, with the credentials. */
export async function serveProxy(way: Way) {
  const asked: Array<{ readonly host: string; readonly credentials?: string; readonly headers: string }> = [];
  const forwarded: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    forwarded.push(request.url ?? "");
    response.writeHead(200, { "content-type": "application/json" }).end('{"instances":[]}');
  });
  server.on("connection", (socket) => sockets.add(socket));
  server.on("connect", (request, socket: Socket) => {
    const basic = request.headers["proxy-authorization"];
    asked.push({
      host: request.url ?? "",
      credentials: basic && Buffer.from(basic.replace("Basic ", ""), "base64").toString(),
      headers: JSON.stringify(request.headers),
    });
    socket.on("error", () => socket.destroy());
    if (way === "silent") return;
    if ("refuse" in way) return void socket.end(`HTTP/1.1 ${way.refuse} No\r\nContent-Length: 0\r\n\r\n`);
    const onward = connect(way.to, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      onward.pipe(socket).pipe(onward);
    });
    sockets.add(onward);
    onward.on("error", () => socket.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  running.push(
    () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
        server.closeAllConnections();
      }),
  );
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked, forwarded };
}
