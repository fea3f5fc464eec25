import fc from "fast-check";

/** Arguments as a program would write them; values of any type, because some are wrong on purpose. */
export type Arguments = Readonly<Record<string, unknown>>;

export const ZONE_IDS = [
  "ae04cf9d61544df3806a3feeb401b204",
  "d573142f24894ef3bd3664de068b44b0",
  "3e9c52d1b7f0486a9d21c4e8f6a70b35",
];
export const ZONE_CODES = ["eu-de-01", "eu-de-02", "eu-de-03"];

const NODE_3_0 = [2, 4, 8, 16, 32, 64];
const NODE = [1, 2, 4, 8, 16, 24, 32, 48, 64];
const CLUSTER = [4, 8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024];
const SPLIT = [1, 2, 4, 8, 16, 32, 64];
const TINY: ReadonlyArray<[number, number]> = [
  [0.125, 128],
  [0.25, 256],
  [0.5, 512],
];

const sized = (mode: string, product: (size: string) => string, sizes: readonly number[], tiny = false) => [
  ...sizes.map((capacity) => ({ mode, capacity, product: product(`large|${capacity}`) })),
  ...(tiny ? TINY.map(([capacity, mb]) => ({ mode, capacity, product: product(`tiny|${mb}`) })) : []),
];

const spec = (prefix: string, replicas: string) => (size: string) =>
  `${prefix}.${size.replace("|", replicas === "" ? "." : `.${replicas}.`)}-h`;

const KINDS_3_0 = [
  ...sized("single", () => "OTC_DCS_SINGLE", NODE_3_0),
  ...sized("ha", () => "OTC_DCS_MS", NODE_3_0),
  ...sized("cluster", () => "OTC_DCS_CL", [64, 128, 256, 512]),
];

export const KINDS = [
  ...sized("single", spec("redis.single.xu1", ""), NODE, true),
  ...sized("ha", spec("redis.ha.xu1", "r2"), NODE, true),
  ...sized("ha", spec("redis.ha.xu1", "r3"), NODE, true),
  ...sized("ha_rw_split", spec("redis.ha.xu1", "p2"), SPLIT),
  ...sized("cluster", spec("redis.cluster.xu1", "r2"), CLUSTER),
  ...sized("proxy", spec("redis.proxy.xu1", ""), CLUSTER),
];

const zones = (mode: string) => {
  const zone = fc.nat(2).chain((at) => fc.constantFrom(ZONE_IDS[at], ZONE_CODES[at]).map((text) => ({ at, text })));
  const most = mode === "single" ? 1 : ["ha", "ha_rw_split"].includes(mode) ? 2 : 3;
  return fc
    .uniqueArray(zone, { minLength: 1, maxLength: most, selector: ({ at }) => at })
    .map((chosen) => chosen.map(({ text }) => text));
};

const letters = (alphabet: string, minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...alphabet), { minLength, maxLength }).map((all) => all.join(""));

const password = (specials: string, longest: number) =>
  letters(`abcxyzABCXYZ0189${specials}`, 5, longest - 3).map((rest) => `Aa1${rest}`);

export const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });

const hour = (n: number) => String(n).padStart(2, "0");
const begin = fc.oneof(
  fc.nat(23).map((n) => `${hour(n)}:00-${hour(n + 1)}:00`),
  fc.constant("23:00-00:00"),
);

const policy = fc.record(
  {
    saveDays: fc.integer({ min: 1, max: 7 }),
    backupType: fc.constantFrom("auto", "manual"),
    periodicalBackupPlan: fc.record(
      {
        beginAt: begin,
        periodType: fc.constant("weekly"),
        backupAt: weekdays,
        timezoneOffset: fc.constantFrom("GMT+00:00", "GMT-12:00", "GMT+12:00", "GMT+05:30"),
      },
      { requiredKeys: ["beginAt", "periodType", "backupAt"] },
    ),
  },
  { requiredKeys: ["saveDays", "periodicalBackupPlan"] },
);

const window = fc
  .constantFrom("22", "02", "06", "10", "14", "18")
  .map((from) => ({ maintainBegin: `${from}:00:00`, maintainEnd: `${hour((Number(from) + 4) % 24)}:00:00` }));

const name = fc.tuple(fc.constantFrom(..."abzABZ"), letters("abzABZ019_-", 3, 63)).map(([a, b]) => a + b);
const description = fc.oneof(fc.string({ maxLength: 60 }), fc.constant("\u{1F9CA}".repeat(1024)));

const everyEdition = { name, engine: fc.constant("Redis"), vpcId: fc.uuid(), subnetId: fc.uuid() };

const sometimes = (value: fc.Arbitrary<object>) => fc.oneof(fc.constant({}), value);

const chosen = ({ mode, product }: { mode: string; product: string }) =>
  fc.constantFrom({ cacheMode: mode }, { productId: product });

const seed = fc.constantFrom(...KINDS_3_0).chain((kind) =>
  fc.tuple(
    fc.record({
      ...everyEdition,
      engineVersion: fc.constant("3.0"),
      capacity: fc.constant(kind.capacity),
      securityGroupId: fc.uuid().map((id) => id.toUpperCase()),
      password: password("`~!@#$%^&*()-_=+\\|[{}]:'\",<.>/?", 32),
      availableZones: zones(kind.mode),
    }),
    chosen(kind),
    kind.mode === "ha" ? sometimes(fc.record({ instanceBackupPolicy: policy })) : fc.constant({}),
  ),
);

const tags = fc.uniqueArray(letters("abzäß019_.:=+-@", 1, 36), { maxLength: 4 }).chain((keys) =>
  fc.array(letters("abz 019/_.:=+-@", 0, 43), { minLength: keys.length, maxLength: keys.length }).map((values) => ({
    tags: Object.fromEntries(keys.filter((key) => !key.startsWith("_sys_")).map((key, at) => [key, values[at] ?? ""])),
  })),
);

const access = fc.oneof(
  password("`~!@#$^&*()-_=+\\|{},<.>/?", 64).map((text) => ({ password: text })),
  password("`~!@#$^&*()-_=+\\|{},<.>/?", 64).map((text) => ({ password: text, noPasswordAccess: false })),
  fc.constant({ noPasswordAccess: true }),
);

const current = fc.constantFrom(...KINDS).chain((kind) =>
  fc.tuple(
    fc.record({
      ...everyEdition,
      engineVersion: fc.constantFrom("4.0", "5.0", "6.0"),
      capacity: fc.constant(kind.capacity),
      availableZones: zones(kind.mode),
    }),
    chosen(kind),
    access,
    kind.mode === "single" ? fc.constant({}) : sometimes(fc.record({ instanceBackupPolicy: policy })),
    sometimes(fc.record({ port: fc.integer({ min: 1, max: 65535 }), privateIp: fc.ipV4() })),
    sometimes(tags),
    sometimes(fc.record({ renameCommands: fc.constant({ keys: "list-keys", flushall: "wipe" }) })),
    sometimes(fc.record({ enablePublicip: fc.constant(true), publicipId: fc.uuid() })),
    sometimes(fc.record({ enterpriseProjectId: fc.uuid() })),
    kind.mode === "proxy"
      ? fc.constant({})
      : sometimes(fc.record({ enableSsl: fc.boolean(), engineVersion: fc.constant("6.0") })),
  ),
);

/** Inputs that break no rule of the reference. */
export const soundInputs: fc.Arbitrary<Arguments> = fc
  .tuple(fc.oneof(seed, current), sometimes(window), sometimes(fc.record({ description })))
  .map(([parts, ...more]) => Object.assign({}, ...parts, ...more));
