import type { Settings } from "../../../../provider/config/settings/settings";
import { redact } from "../../../../provider/http/secrets/redact";
import { json, passwordSettings, quickClient, stopServers } from "../client/server";
import { cloud, invalidToken, message, read } from "./cloud";

afterEach(stopServers);

const mfaSettings = (url: string, patch: Partial<Settings> = {}): Settings =>
  passwordSettings(url, {
    userName: undefined,
    userId: "a5e7a5e7",
    passcode: "481516",
    origins: { passcode: "OS_PASSCODE in the environment" },
    ...patch,
  });

test("a passcode goes with the password, for the user by id", async () => {
  const { url, signIns } = await cloud();
  await quickClient(mfaSettings(url)).client.projectId();
  expect(JSON.parse(signIns()[0]?.body ?? "").auth.identity).toEqual({
    methods: ["password", "totp"],
    password: { user: { id: "a5e7a5e7", password: "Blue_Kettle7" } },
    totp: { user: { id: "a5e7a5e7", passcode: "481516" } },
  });
});

test("a user who is known by name is named with the account in both", async () => {
  const { url, signIns } = await cloud();
  await quickClient(mfaSettings(url, { userId: undefined, userName: "ops-bot" })).client.projectId();
  const { password, totp } = JSON.parse(signIns()[0]?.body ?? "").auth.identity;
  const user = { name: "ops-bot", domain: { name: "shop" } };
  expect([password.user, totp.user]).toMatchObject([user, user]);
});

test("a passcode is used once: a token that cannot be renewed says so, and nothing is asked", async () => {
  const { url, signIns } = await cloud({ dcs: () => invalidToken });
  const { client } = quickClient(mfaSettings(url));
  const said = await message(client.request(read));
  expect(said).toMatch(
    /^the token of this run is no longer valid, and otc:passcode \/ OS_PASSCODE \(from OS_PASSCODE in the environment\) was good for one sign-in only: set a new one and run again/,
  );
  expect(await message(client.request(read))).toBe(said);
  expect(signIns()).toHaveLength(1);
});

test("a refused passcode is not shown, and the remedy is to set a new one for a run without preview", async () => {
  const { url } = await cloud({
    signIn: json(401, { error: { code: 401, message: "The passcode 481516 is wrong." } }),
  });
  const said = await message(quickClient(mfaSettings(url)).client.projectId());
  expect(said).toMatch(
    /otc:passcode \/ OS_PASSCODE \(from OS_PASSCODE in the environment\).*good for one sign-in.*`pulumi up --skip-preview`/,
  );
  expect(said).not.toContain("481516");
  expect(redact("481516")).toBe("[secret]");
});
