import { current } from "../support/client";
import { keyOf, signed } from "../support/credentials";
import { Reader } from "./reader";

let reader: Reader;
beforeEach(async () => {
  reader = await Reader.start();
});
afterEach(() => reader.emulator.close());

/** Everything the page shows beside the variables, which are there to be copied. */
async function shown(): Promise<string> {
  return Object.values((await reader.renewal()).parts).join("\n");
}

test("No password, passcode, token or key of any call is shown", async () => {
  const { client, emulator } = reader;
  const token = emulator.signIn.token.OS_AUTH_TOKEN ?? "";
  const secrets = [
    token,
    "Blue_Kettle7",
    "Red_Kettle8",
    "Wrong_Kettle9",
    ...Object.values(emulator.signIn.temporaryKeys),
  ];
  const id = await client.create();
  await client.running(id);
  await client.dcs("PUT", `/instances/${id}/password`, { old_password: "Blue_Kettle7", new_password: "Red_Kettle8" });
  await client.v2("POST", `/instances/${id}/password/reset`, { new_password: "Red_Kettle8" });
  await client.signIn(undefined, { ...client.user(), password: "Wrong_Kettle9" });
  await signed(client, keyOf(emulator.signIn.temporaryKeys), { path: "/v1.0/availableZones" });
  await client.region(`/v1.0/products?token=${token}&password=Blue_Kettle7`);
  const text = await shown();
  expect(text).toContain("/v3/auth/tokens");
  expect(text).toContain("/password/reset");
  for (const secret of secrets.filter(
    (value) => !value.startsWith("http") && value !== "eu-de" && value !== "eu-de_local",
  )) {
    expect(text).not.toContain(secret);
  }
});

test("A secret that stands in a path by mistake is not shown, nor what is in query, headers and body", async () => {
  const { emulator, url } = reader;
  const misplaced = ["Blue_Kettle7", String(emulator.env.OS_SECRET_KEY), String(emulator.signIn.token.OS_AUTH_TOKEN)];
  for (const secret of misplaced) {
    const headers = { authorization: `Bearer ${secret}`, "x-auth-token": secret };
    await fetch(`${url}/v1.0/${secret}/instances?key=${secret}`, {
      method: "POST",
      headers,
      body: JSON.stringify({ secret }),
    });
    await fetch(`${url}/${secret}`, { headers });
  }
  const text = await shown();
  expect(text).toContain("/v1.0/***/instances");
  for (const secret of misplaced) expect(text).not.toContain(secret);
});

test("The answers that faults give, which may hold anything, are not shown", async () => {
  await reader.desk("POST", "faults", { with: { kind: "answer", status: 200, body: { password: "Blue_Kettle7" } } });
  const text = await shown();
  expect(text).toContain("<b>answer</b>");
  expect(text).not.toContain("Blue_Kettle7");
});

test("Renamed commands are named, but not what they are called now", async () => {
  await reader.client.create(current({ rename_commands: { keys: "list-all-9f" } }));
  const text = await shown();
  expect(text).toMatch(/<dt>Renamed commands<\/dt><dd>keys<\/dd>/);
  expect(text).not.toContain("list-all-9f");
});
