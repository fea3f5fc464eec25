import { checkNetwork, optionsOf, UserError } from "../../acceptance/options";
import { agreed, announcement } from "../../acceptance/plan/consent";

const interruption = new AbortController().signal;
const network = { vpcId: "v", subnetId: "s" };

test("the plan says what is created, for how long, that it costs money, and how to remove what is left", () => {
  const cache = { kind: "pair", engineVersion: "6.0", cacheMode: "ha", capacity: 0.125 } as const;
  const text = announcement([{ ...cache, availableZones: ["eu-de-01", "eu-de-02"] }], "otc-acceptance-1-...", "eu-de");
  expect(text).toContain("1 caches with together 0.125 GB in eu-de, with names otc-acceptance-1-...");
  expect(text).toContain("Redis 6.0, ha, 0.125 GB, in eu-de-01 and eu-de-02");
  expect(text).toMatch(/cost money[\s\S]*30 to 90 minutes[\s\S]*--sweep/);
});

test("through a pipe nothing is done without --yes", async () => {
  await expect(agreed("?", { yes: false, isTerminal: false, interruption })).rejects.toThrow(
    /Nothing was done: .* not a terminal.* --yes/,
  );
  expect(await agreed("?", { yes: true, isTerminal: false, interruption })).toBe(true);
});

test("ids of the network come from options, then from the environment", () => {
  const env = { OS_VPC_ID: "from-env", OS_NETWORK_ID: "net" };
  expect(optionsOf(["--vpc", "given"], env).network).toEqual({ vpcId: "given", subnetId: "net" });
});

test("a network that is missing is asked for with both ways to give it", () => {
  expect(() => checkNetwork(network)).not.toThrow();
  expect(() => checkNetwork({ vpcId: "", subnetId: "" })).toThrow(
    /a VPC \(--vpc ID or OS_VPC_ID\) and a subnet of it \(--subnet ID or OS_NETWORK_ID\)/,
  );
});

test.each([
  [["--prefix", "otc"], /--prefix is "otc": use 8 to 32/],
  [["--without", "cluster"], /--without is "cluster": use old, single, pair, new/],
  [["compare"], /"compare" is no command/],
  [["--sweeep"], /Unknown option '--sweeep'/],
])("%j is refused with what to type instead", (args, words) => {
  expect(() => optionsOf(args, {})).toThrow(UserError);
  expect(() => optionsOf(args, {})).toThrow(words);
});
