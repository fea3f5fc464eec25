import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { rootCertificates } from "node:tls";
import { CONNECTION_LABELS } from "../../../../provider/config/settings/connection-labels";
import { authorities, certificateProblem } from "../../../../provider/http/connection/certificates";
import type { ApiError } from "../../../../provider/http/errors/api-error";
import { quickClient, tokenSettings } from "../client/server";
import { type Identity, makeIdentity, serveSecurely, stopSecure } from "./secure";

const read = { method: "GET", path: "/v1.0/{project_id}/instances", purpose: "list the caches" } as const;

let folder: string;
let identity: Identity;
const file = (name: string, content: string | Buffer): string => {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
};

const named = (path: string) => ({ file: path, setting: CONNECTION_LABELS.authorities });

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "dcs-tls-"));
  identity = await makeIdentity();
});
afterEach(stopSecure);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const list = async (patch: { caCertFile?: string; insecure?: boolean }, of = identity, host = "127.0.0.1") => {
  const { port, seen } = await serveSecurely(of);
  const { client, pauses } = quickClient(tokenSettings(`https://${host}:${port}`, patch));
  const answer = await client.request(read).catch((error: ApiError) => error);
  return { answer, pauses, seen, port };
};

test("an authority of the user's own is trusted once its file is named", async () => {
  const { answer } = await list({ caCertFile: file("authority.pem", identity.certificate) });
  expect(answer).toEqual({ instances: [] });
});

test("and is trusted beside the authorities everybody trusts, not in their place", () => {
  const trusted = authorities(named(file("authority.pem", identity.certificate)));
  expect(trusted).toEqual(expect.arrayContaining([...rootCertificates, identity.certificate.trim()]));
});

test("an unknown authority is told at once, with the host and the setting that names one", async () => {
  const { answer, pauses, seen, port } = await list({});
  expect((answer as Error).message).toMatch(
    new RegExp(
      `^cannot list the caches: no answer from 127\\.0\\.0\\.1:${port}: the certificate is self-signed; set otc:caCertFile / OS_CACERT`,
    ),
  );
  expect(pauses).toEqual([]);
  expect(seen).toEqual([]);
});

test("another authority than the named one is not enough", async () => {
  const other = await makeIdentity();
  const { answer } = await list({ caCertFile: file("other.pem", other.certificate) });
  expect((answer as Error).message).toMatch(
    /otc:caCertFile \/ OS_CACERT names ".*other\.pem", which lacks the authority of that certificate: add it$/,
  );
});

test("an expired certificate is not blamed on the authority", async () => {
  const expired = await makeIdentity(new Date(86_400_000));
  const { answer } = await list({ caCertFile: file("expired.pem", expired.certificate) }, expired);
  expect((answer as Error).message).toMatch(/the certificate has expired; check this machine's clock/);
});

test("a certificate of another host is refused even if its authority is trusted", async () => {
  const { answer } = await list({ caCertFile: file("authority.pem", identity.certificate) }, identity, "localhost");
  expect((answer as Error).message).toMatch(/localhost:\d+: the certificate is for another host/);
});

test("insecure takes any certificate", async () => {
  expect((await list({ insecure: true })).answer).toEqual({ instances: [] });
});

describe("a file of authorities", () => {
  test.each<[string, () => string, RegExp]>([
    ["that is missing", () => path.join(folder, "none.pem"), /none\.pem", which does not exist: set it to a PEM file$/],
    ["that is a folder", () => folder, /which cannot be read \(EISDIR\)/],
    ["that is no PEM", () => file("ca.der", Buffer.from([0x30, 0x82])), /which holds no certificate in PEM form/],
    ["that holds a key only", () => file("key.pem", identity.key), /which holds no certificate in PEM form/],
    [
      "that is cut off within",
      () => file("cut.pem", identity.certificate.replace(/[A-Za-z0-9+/]{64}\s/, "")),
      /which holds a damaged certificate/,
    ],
  ])("%s is one line that names the setting", (_what, make, expected) => {
    const problem = certificateProblem(named(make()));
    expect(problem).toMatch(/^otc:caCertFile \/ OS_CACERT names "/);
    expect(problem).toMatch(expected);
    expect(problem).not.toContain("\n");
  });

  test("may hold several, and words between them", () => {
    expect(
      certificateProblem(named(file("two.pem", `# ours\n${identity.certificate}\n# theirs\n${identity.certificate}`))),
    ).toBe(undefined);
  });
});
