import type { Texts } from "./row";

/** Signs in as somebody else's program might: with these variables of the environment, for the whole account. */
export async function signInElsewhere(variables: Texts): Promise<string> {
  const { OS_AUTH_URL, OS_USERNAME, OS_USER_ID, OS_PASSWORD, OS_PASSCODE, OS_DOMAIN_NAME } = variables;
  const domain = { name: OS_DOMAIN_NAME };
  const user = OS_USER_ID === undefined ? { name: OS_USERNAME, domain } : { id: OS_USER_ID };
  const identity = {
    methods: OS_PASSCODE === undefined ? ["password"] : ["password", "totp"],
    password: { user: { ...user, password: OS_PASSWORD } },
    totp: { user: { ...user, passcode: OS_PASSCODE } },
  };
  const answer = await fetch(`${OS_AUTH_URL}/auth/tokens`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ auth: { identity, scope: { domain } } }),
  });
  const token = answer.headers.get("x-subject-token");
  if (token === null) throw new Error(`no token: ${await answer.text()}`);
  return token;
}
