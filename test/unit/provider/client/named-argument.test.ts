import { BACKUP_ARGUMENTS } from "../../../../provider/dcs-backup/arguments/backup-arguments";
import { INSTANCE_ARGUMENTS } from "../../../../provider/dcs-instance/arguments/rows/instance-arguments";
import type { Arguments } from "../../../../provider/resource/describe/argument";
import { byArgument } from "../../../../provider/resource/describe/named-argument";
import { json, quickClient, serve, stopServers, tokenSettings } from "./server";

afterEach(stopServers);

/** The message of an order that the service answers like this. */
async function messageOf(
  code: string,
  said: string,
  status = 400,
  all: Arguments = INSTANCE_ARGUMENTS,
): Promise<string> {
  const answer = json(status, { error_code: code, error_msg: said }, { "x-request-id": "r-1" });
  const { url } = await serve(answer);
  const { client } = quickClient(tokenSettings(url));
  const order = { method: "POST", path: "/v2/{project_id}/instances", purpose: "create the cache", body: {} } as const;
  return client
    .request(order)
    .catch(byArgument(all))
    .then(
      () => "it was accepted",
      (error: Error) => error.message,
    );
}

test("a refusal names the argument that it is about, if nothing else in the message does", async () => {
  expect(await messageOf("DCS.4020", "The subnet is not enabled with DHCP.")).toBe(
    "cannot create the cache: The subnet is not enabled with DHCP (DCS.4020 / 111400020, HTTP 400, request id r-1); subnetId: enable DHCP on the subnet, or take another",
  );
});

test("an argument that the advice names is not named again", async () => {
  expect(await messageOf("DCS.4013", "Invalid VPC ID.")).toMatch(/request id r-1\); set vpcId to the id of a VPC/);
});

test("a field of the API is called by the argument that a program has for it", async () => {
  expect(await messageOf("DCS.4062", "The parameter rename_commands is invalid.")).toContain(
    "request id r-1); renameCommands: compare the argument",
  );
  expect(await messageOf("DCS.4063", "The parameter private_ips is invalid.")).toContain("; privateIp: compare");
});

test("a field that no argument belongs to is not made one", async () => {
  expect(await messageOf("DCS.4062", "The parameter change_type is invalid.")).not.toContain("changeType");
});

test("a field within an argument is called as a program writes it", async () => {
  expect(await messageOf("DCS.4062", "The parameter timezone_offset is invalid.")).toContain(
    "; timezoneOffset: compare",
  );
});

test("a field is looked for among the arguments of the resource that the call is for", async () => {
  const ofBackup = (field: string) =>
    messageOf("DCS.4063", `The parameter ${field} is invalid.`, 400, BACKUP_ARGUMENTS);
  expect(await ofBackup("backup_format")).toContain("; backupFormat: compare the argument");
  expect(await ofBackup("vpc_id")).not.toContain("vpcId");
});

test.each([
  ["DCS.4777", "The moon is full.", 400],
  ["111400777", "The moon is full.", 400],
  ["CBC.1234", "The account has no credit.", 403],
])("a code that nobody knows, %s, comes through as the service said it, with the request id", async (...answer) => {
  const [code, said, status] = answer;
  const message = await messageOf(code, said, status);
  expect(message).toContain(`cannot create the cache: ${said.slice(0, -1)} (`);
  expect(message).toContain(code);
  expect(message).toMatch(new RegExp(`HTTP ${status}, request id r-1\\)$`));
});
