import type { Emulator } from "../../../emulator";

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the answers of a service are of any shape
  readonly body: any;
}

/** Calls the local DCS as somebody outside of Pulumi, with the user of its environment. */
export async function outside({ url, env }: Emulator, version: "v1.0" | "v2" = "v2") {
  const user = { name: env.OS_USERNAME, password: env.OS_PASSWORD, domain: { name: env.OS_DOMAIN_NAME } };
  const signedIn = await fetch(`${url}/v3/auth/tokens`, {
    method: "POST",
    body: JSON.stringify({
      auth: {
        identity: { methods: ["password"], password: { user } },
        scope: { project: { name: env.OS_PROJECT_NAME } },
      },
    }),
  });
  const token = signedIn.headers.get("x-subject-token") ?? "";
  const { token: answered } = (await signedIn.json()) as { token: { project: { id: string } } };
  return async (method: string, path: string, body?: object): Promise<Answer> => {
    const answer = await fetch(`${url}/${version}/${answered.project.id}${path}`, {
      method,
      headers: { "x-auth-token": token, "content-type": "application/json" },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === "" ? undefined : JSON.parse(text) };
  };
}
