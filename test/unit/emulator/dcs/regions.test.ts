import { type Client, current } from "../support/client";
import { codeOf, passwordOf, project, signIn, started, tokenOf, withToken } from "../support/credentials";

let client: Client;
let tokens: { readonly local: string; readonly shop: string; readonly dutch: string };
beforeAll(async () => {
  client = await started({ createMs: 60_000 });
  const tokenIn = async (name: string) =>
    tokenOf(await signIn(client, passwordOf(client.emulator.signIn.password), { project: { name } }));
  tokens = {
    local: await tokenIn("eu-de_local"),
    shop: await tokenIn("eu-de_shop"),
    dutch: await tokenIn("eu-nl_shop"),
  };
});
afterAll(() => client.emulator.close());

const create = (name: string, of: keyof typeof tokens, patch: object = {}) => ({
  method: "POST",
  path: `/v1.0/${project[of]}/instances`,
  body: current({ name, ...patch }),
});
const dutchZones = { available_zones: ["5a1e74f3d9b2608cbf43e6a0b8c92d57"] };

test("Each project has instances of its own, and the same name may be in both", async () => {
  const one = await withToken(client, tokens.local, create("sessions", "local"));
  const two = await withToken(client, tokens.shop, create("sessions", "shop"));
  const idsIn = async (of: "local" | "shop") => {
    const { body } = await withToken(client, tokens[of], { path: `/v1.0/${project[of]}/instances` });
    return body.instances.map(({ instance_id }) => instance_id);
  };
  expect([await idsIn("local"), await idsIn("shop")]).toEqual([[one.body.instance_id], [two.body.instance_id]]);
  const foreign = { path: `/v1.0/${project.shop}/instances/${one.body.instance_id}` };
  expect(codeOf(await withToken(client, tokens.shop, foreign))).toBe("111404022");
});

test("A region offers its own zones", async () => {
  const zones = async (token: string) => (await withToken(client, token, { path: "/v1.0/availableZones" })).body;
  expect(await zones(tokens.local)).toMatchObject({
    regionId: "eu-de",
    available_zones: [{ code: "eu-de-01" }, {}, {}, {}],
  });
  expect(await zones(tokens.dutch)).toMatchObject({
    regionId: "eu-nl",
    available_zones: [{ code: "eu-nl-01" }, { code: "eu-nl-02" }],
  });
});

test("An instance lies in zones of its project's region", async () => {
  expect((await withToken(client, tokens.dutch, create("dutch", "dutch", dutchZones))).status).toBe(200);
  expect(codeOf(await withToken(client, tokens.dutch, create("dutch", "dutch")))).toBe("111400042");
  expect(codeOf(await withToken(client, tokens.shop, create("german", "shop", dutchZones)))).toBe("111400042");
});

test("The catalogue leads to DCS and IAM in every region", async () => {
  const { body } = await withToken(client, tokens.dutch, { path: "/v3/auth/catalog" });
  const offered = body.catalog.flatMap(({ type, endpoints }) => endpoints.map(({ region }) => `${type} ${region}`));
  expect(offered.sort()).toEqual([
    "dcs eu-de",
    "dcs eu-nl",
    "dcsv1 eu-de",
    "dcsv1 eu-nl",
    "identity eu-de",
    "identity eu-nl",
  ]);
});
