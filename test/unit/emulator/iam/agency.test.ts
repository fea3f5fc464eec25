import {
  type Client,
  call,
  codeOf,
  keyOf,
  passwordOf,
  project,
  quota,
  signed,
  signIn,
  started,
  tokenOf,
  withToken,
} from "../support/credentials";

let client: Client;
beforeAll(async () => {
  client = await started({ createMs: 60_000 });
});
afterAll(() => client.emulator.close());

const agency = () => client.emulator.signIn.agency;
const scope = () => ({
  project: { name: agency().OS_DELEGATED_PROJECT, domain: { name: agency().OS_AGENCY_DOMAIN_NAME } },
});
const role = (patch: object = {}) => ({
  methods: ["assume_role"],
  assume_role: { domain_name: agency().OS_AGENCY_DOMAIN_NAME, xrole_name: agency().OS_AGENCY_NAME, ...patch },
});
const assume = (patch?: object, token = client.emulator.signIn.token.OS_AUTH_TOKEN, of: object = scope()) =>
  signIn(client, role(patch), of, token === undefined ? {} : { "x-auth-token": token });

test("A token of our own gives one for the agency, good for the delegated project and for nothing else", async () => {
  const reply = await assume();
  expect(reply).toMatchObject({ status: 201, body: { token: { project: { name: "eu-de_delegated" } } } });
  expect((await withToken(client, tokenOf(reply), quota(project.delegated))).status).toBe(200);
  expect(codeOf(await withToken(client, tokenOf(reply), quota(project.local)))).toBe("111401004");
});

test("The token says who acts for whom", async () => {
  const { token } = (await assume()).body;
  expect(token).toMatchObject({
    project: { domain: { name: "OTC-LOCAL-DELEGATING" } },
    user: { domain: { name: "OTC-LOCAL-DELEGATING" } },
    assumed_by: { user: { name: "local-user" } },
  });
});

test("The whole way works from the variables of the agency: password, then agency", async () => {
  const own = await signIn(client, passwordOf(agency()), { domain: { name: agency().OS_DOMAIN_NAME } });
  const reply = await assume({}, tokenOf(own));
  expect((await withToken(client, tokenOf(reply), quota(project.delegated))).status).toBe(200);
});

test("A signed request assumes the agency as well, in the name of its own domain only", async () => {
  const body = { auth: { identity: role(), scope: scope() } };
  const inNameOf = (domain: string) =>
    signed(client, keyOf(client.emulator.signIn.keys), {
      method: "POST",
      path: "/v3/auth/tokens",
      body,
      headers: { "x-domain-id": domain },
    });
  expect((await inNameOf("d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0")).status).toBe(201);
  expect(codeOf(await inNameOf("de1ede1ede1ede1ede1ede1ede1ede1e"))).toBe("APIGW.0301");
});

test("Without a project the agency's token is of its domain, which DCS does not take", async () => {
  const reply = await assume({}, undefined, { domain: { name: agency().OS_AGENCY_DOMAIN_NAME } });
  expect(codeOf(await withToken(client, tokenOf(reply), quota(project.delegated)))).toBe("111401001");
});

test.each<[string, number, object]>([
  ["an agency that does not exist", 404, { xrole_name: "nobody" }],
  ["an agency of another domain", 404, { domain_name: "OTC-LOCAL-EMULATOR" }],
  ["no agency", 400, { xrole_name: "" }],
  ["no domain", 400, { domain_name: "" }],
])("Assuming %s is answered by %d", async (_, status, patch) => {
  expect(await assume(patch)).toMatchObject({ status, body: { error: { code: status } } });
});

test("Assuming an agency without a token, or with a wrong one, is refused", async () => {
  expect((await signIn(client, role(), scope())).status).toBe(401);
  expect((await assume({}, "nonsense")).status).toBe(401);
});

test("Who acts for an agency already may not assume one", async () => {
  expect((await assume({}, tokenOf(await assume()))).status).toBe(403);
});

test("A project that is not delegated is refused", async () => {
  expect((await assume({}, undefined, { project: { name: "eu-de_local" } })).status).toBe(401);
});

test("IAM shows the agency's token the projects of the delegating domain", async () => {
  const headers = { "x-auth-token": tokenOf(await assume()) };
  const { body } = await call(client, { path: "/v3/projects", headers });
  expect(body.projects.map(({ name }) => name)).toEqual(["eu-de", "eu-de_delegated", "eu-nl"]);
});
