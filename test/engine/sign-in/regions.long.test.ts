import { DcsInstance, type DcsInstanceArgs } from "pulumi-otc-dcs";
import { type Emulator, startEmulator } from "../../../emulator";
import { account } from "../../../emulator/world/accounts/account";
import { todays } from "../support/programs";
import { EngineStack, resourceName, succeeded } from "../support/stack";

const projectOf = (name: string): string => account.projects.find((project) => project.name === name)?.id ?? "";

const [own, shop, dutch, dutchShop] = ["eu-de_local", "eu-de_shop", "eu-nl", "eu-nl_shop"].map(projectOf);

const inDutch: Partial<DcsInstanceArgs> = { region: "eu-nl", availableZones: ["eu-nl-01", "eu-nl-02"] };

/** One cache as configured, one in another project, one in another region. */
const threeCaches = (moved: Partial<DcsInstanceArgs> = {}) => {
  const common = { ...todays, noPasswordAccess: true };
  return async () => {
    new DcsInstance("here", common);
    new DcsInstance("shop", { ...common, projectId: shop, ...moved });
    new DcsInstance("dutch", { ...common, ...inDutch, projectId: dutch });
  };
};

let dcs: Emulator;
let stack: EngineStack;

beforeAll(async () => {
  dcs = await startEmulator({ redis: false, createMs: 200, deleteMs: 200 });
  stack = await EngineStack.create(dcs.signIn.password);
});
afterAll(async () => {
  await stack?.close();
  await dcs?.close();
});

const places = () => Object.fromEntries(dcs.instances().map(({ name, projectId }) => [name, projectId]));

/** Projects that tokens were asked for since the journal was that long. */
const signedInTo = (since: number) =>
  dcs.journal
    .slice(since)
    .filter(({ method, path }) => method === "POST" && path === "/v3/auth/tokens")
    .map(({ body }) => (body as { auth: { scope: { project: object } } }).auth.scope.project);

test("two regions and three projects in one stack have a sign-in each", async () => {
  await succeeded(stack.up(threeCaches()));
  expect(places()).toEqual({ "here-test": own, "shop-test": shop, "dutch-test": dutch });
  const projects = signedInTo(0);
  expect(projects).toHaveLength(3);
  expect(projects).toEqual(
    expect.arrayContaining([expect.objectContaining({ name: "eu-de_local" }), { id: shop }, { id: dutch }]),
  );
});

test("a cache that is to move to another project and region is replaced, and preview says so", async () => {
  const before = dcs.instances().length;
  const moved = threeCaches({ ...inDutch, projectId: dutchShop });
  const { steps, diagnostics } = await stack.previewJson(moved);
  const [step] = steps.filter((candidate) => resourceName(candidate) === "shop" && candidate.op === "replace");
  expect(step?.replaceReasons).toEqual(expect.arrayContaining(["projectId", "region"]));
  const told = (diagnostics ?? []).map(({ message }) => message).join("\n");
  expect(told).toMatch(/projectId .* replaces the cache: its data, backups and address are lost/);
  expect(told).toMatch(/region .* replaces the cache/);
  expect(dcs.instances()).toHaveLength(before);

  await succeeded(stack.up(moved));
  expect(places()).toEqual({ "here-test": own, "shop-test": dutchShop, "dutch-test": dutch });
});

test("refresh finds each in its own place, and destroy leaves nothing in any", async () => {
  expect(await stack.refresh()).toMatchObject({ failed: false, changes: { same: 4 } });
  await succeeded(stack.destroy());
  expect(dcs.instances()).toEqual([]);
});
