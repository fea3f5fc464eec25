import fc from "fast-check";
import { templates } from "../../../emulator/catalogue/templates";
import { KINDS, KINDS_3_0, type Kind, versionsOf } from "./kinds";
import { soundParameters } from "./parameters";
import { soundWhitelists } from "./whitelists";

/** Arguments as a program would write them; values of any type, because some are wrong on purpose. */
export type Arguments = Readonly<Record<string, unknown>>;

export const ZONE_IDS = [
  "ae04cf9d61544df3806a3feeb401b204",
  "d573142f24894ef3bd3664de068b44b0",
  "3e9c52d1b7f0486a9d21c4e8f6a70b35",
];
export const ZONE_CODES = ["eu-de-01", "eu-de-02", "eu-de-03"];

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

const fourHours = fc
  .constantFrom(22, 2, 6, 10, 14, 18)
  .map((from) => ({ maintainBegin: `${hour(from)}:00:00`, maintainEnd: `${hour((from + 4) % 24)}:00:00` }));
const oneHour = fc
  .nat(23)
  .map((from) => ({ maintainBegin: `${hour(from)}:00:00`, maintainEnd: `${hour((from + 1) % 24)}:00:00` }));

const nameFrom = (first: string) =>
  fc.tuple(fc.constantFrom(...first), letters("abzABZ019_-", 3, 63)).map(([a, b]) => a + b);
const description = fc.oneof(fc.string({ maxLength: 60 }), fc.constant("\u{1F9CA}".repeat(1024)));

const everyEdition = { engine: fc.constant("Redis"), vpcId: fc.uuid(), subnetId: fc.uuid() };

const sometimes = (value: fc.Arbitrary<object>) => fc.oneof(fc.constant({}), value);
const seldom = (value: fc.Arbitrary<object>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: value });

/** A cache by its product, or by its mode; then two nodes need not be declared. */
const chosen = ({ mode, product, replicas }: Kind) => {
  const counted = { cacheMode: mode, replicas };
  const usual = mode === "single" ? 1 : 2;
  return fc.constantFrom<object>(
    { productId: product },
    replicas === 0 ? { cacheMode: mode } : counted,
    replicas === usual || replicas === 0 ? { cacheMode: mode } : counted,
  );
};

const seed = fc.constantFrom(...KINDS_3_0).chain((kind) =>
  fc.tuple(
    fc.record({
      ...everyEdition,
      name: nameFrom("abzABZ"),
      engineVersion: fc.constant("3.0"),
      capacity: fc.constant(kind.capacity),
      securityGroupId: fc.uuid().map((id) => id.toUpperCase()),
      password: password("`~!@#$%^&*()-_=+\\|[{}]:'\",<.>/?", 32),
      availableZones: zones(kind.mode),
    }),
    chosen(kind),
    kind.mode === "ha" ? sometimes(fc.record({ instanceBackupPolicy: policy })) : fc.constant({}),
    seldom(soundParameters("3.0", kind.mode)),
    sometimes(fourHours),
  ),
);

const tags = fc.uniqueArray(letters("abzäß019_.:=+-@", 1, 36), { maxLength: 4 }).chain((keys) =>
  fc.array(letters("abz 019/_.:=+-@", 0, 43), { minLength: keys.length, maxLength: keys.length }).map((values) => ({
    tags: Object.fromEntries(keys.filter((key) => !key.startsWith("_sys_")).map((key, at) => [key, values[at] ?? ""])),
  })),
);

const access = (longest: number) => {
  const text = password("`~!@#$^&*()-_=+\\|{},<.>/?", longest);
  return fc.oneof(
    text.map((password) => ({ password })),
    text.map((password) => ({ password, noPasswordAccess: false })),
    fc.constant({ noPasswordAccess: true }),
  );
};

const current = ({ kind, version, template }: { kind: Kind; version: string; template: boolean }) => {
  const { mode, capacity } = kind;
  // Only version 2 of the API creates these.
  const byVersion2 = template || version === "7.0";
  const hasTls = Number(version) >= 6 && ["single", "ha", "cluster"].includes(mode);
  const templateId = templates.find(
    ({ engineVersion, cacheMode }) => engineVersion === version && cacheMode === mode,
  )?.id;
  return fc.tuple(
    fc.record({
      ...everyEdition,
      name: nameFrom(byVersion2 ? "abzABZ07" : "abzABZ"),
      engineVersion: fc.constant(version),
      capacity: fc.constant(capacity),
      availableZones: zones(mode),
    }),
    chosen(kind),
    access(byVersion2 ? 32 : 64),
    fc.constant(template ? { templateId } : {}),
    mode === "single" ? fc.constant({}) : sometimes(fc.record({ instanceBackupPolicy: policy })),
    sometimes(fc.record({ port: fc.integer({ min: 1, max: 65535 }), privateIp: fc.ipV4() })),
    sometimes(tags),
    sometimes(fc.record({ renameCommands: fc.constant({ keys: "list-keys", flushall: "wipe" }) })),
    sometimes(fc.record({ enablePublicip: fc.constant(true), publicipId: fc.uuid() })),
    sometimes(fc.record({ enterpriseProjectId: fc.uuid() })),
    hasTls ? seldom(fc.record({ enableSsl: fc.boolean() })) : fc.constant({}),
    seldom(soundParameters(version, mode)),
    seldom(soundWhitelists),
    seldom(fc.record({ enableWhitelist: fc.boolean() })),
    sometimes(byVersion2 ? fc.oneof(fourHours, oneHour) : fourHours),
  );
};

const currentKinds = fc
  .constantFrom("single", "ha", "ha_rw_split", "cluster", "proxy")
  .chain((mode) =>
    fc.record({
      kind: fc.constantFrom(...KINDS.filter((kind) => kind.mode === mode)),
      version: fc.constantFrom(...versionsOf(mode)),
      template: fc.integer({ min: 1, max: 5 }).map((n) => n === 1),
    }),
  )
  .chain(current);

/** Inputs that break no rule of the reference. */
export const soundInputs: fc.Arbitrary<Arguments> = fc
  .tuple(
    fc.oneof({ weight: 1, arbitrary: seed }, { weight: 3, arbitrary: currentKinds }),
    sometimes(fc.record({ description })),
  )
  .map(([parts, more]) => Object.assign({}, ...parts, more));
