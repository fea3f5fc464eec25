import type { SchemaObject } from "ajv";
import { CURRENT, type Edition, RENAMABLE, SEED, WINDOWS } from "./editions";

// Four keywords are this project's own. `remedy`: the sentence a user reads when the rule beside it is broken;
// `subject`: the property it is told of where the rule stands above several; `unguessed`: a wrong value is answered with
// the remedy and no guess; `unit`: what a number counts, for those who counted in the next smaller unit.
const uuid = (what: string, where: string): SchemaObject => ({
  type: "string",
  pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
  remedy: `use the ${what}, a UUID such as 27d99e17-42f2-4751-818f-5c8c6c03ff15 (${where})`,
});

const hour = (n: number): string => String(n).padStart(2, "0");

const BACKUP_HOURS = [...Array.from({ length: 24 }, (_, n) => `${hour(n)}:00-${hour(n + 1)}:00`), "23:00-00:00"];

const periodicalBackupPlan: SchemaObject = {
  type: "object",
  additionalProperties: false,
  required: ["beginAt", "periodType", "backupAt"],
  properties: {
    beginAt: {
      type: "string",
      enum: BACKUP_HOURS,
      remedy: 'use one full hour as "HH:00-HH:00", from "00:00-01:00" to "23:00-24:00"',
    },
    periodType: { type: "string", enum: ["weekly"] },
    backupAt: {
      type: "array",
      minItems: 1,
      maxItems: 7,
      uniqueItems: true,
      remedy: "list each weekday once, 1 (Monday) to 7 (Sunday), at least one",
      items: { type: "integer", minimum: 1, maximum: 7, remedy: "use a weekday from 1 (Monday) to 7 (Sunday)" },
    },
    timezoneOffset: {
      type: "string",
      pattern: "^GMT[+-](0\\d|1[01]):[0-5]\\d$|^GMT[+-]12:00$",
      remedy: 'use an offset from "GMT-12:00" to "GMT+12:00"',
    },
  },
};

const instanceBackupPolicy: SchemaObject = {
  type: "object",
  additionalProperties: false,
  required: ["saveDays", "periodicalBackupPlan"],
  properties: {
    saveDays: { type: "integer", minimum: 1, maximum: 7, remedy: "keep backups for 1 to 7 days" },
    backupType: { type: "string", enum: ["auto", "manual"] },
    periodicalBackupPlan,
  },
};

/** A size of a cache. */
export const capacityIn = (sizes: Iterable<number>): SchemaObject => ({
  enum: [...new Set(sizes)],
  unit: { words: "capacity is in GB", of: 1024 },
});

const quoted = (texts: readonly string[]): string => texts.map((text) => JSON.stringify(text)).join(", ");

/** Rules of each argument that hold in every edition. */
export const PROPERTIES: Readonly<Record<string, SchemaObject>> = {
  name: {
    type: "string",
    pattern: "^[A-Za-z][A-Za-z0-9_-]{3,63}$",
    remedy:
      'use 4 to 64 letters, digits, "_" and "-", starting with a letter; the default is "<resource name>-<stack>": set `name` if that does not fit',
  },
  description: { type: "string", maxLength: 1024, remedy: "use at most 1,024 characters" },
  engine: { type: "string", enum: ["Redis"] },
  engineVersion: {
    type: "string",
    enum: [...SEED.versions, ...CURRENT.versions],
    // Text that looks alike is no sign of what was meant, and a version that was withdrawn is nothing to lead to.
    unguessed: true,
    remedy: `use one of the versions on offer: ${quoted(CURRENT.versions)}`,
  },
  capacity: { type: "number" },
  password: { type: "string" },
  noPasswordAccess: { type: "boolean" },
  vpcId: uuid("id of the VPC", "VPC console, details of the VPC"),
  subnetId: uuid("network id of the subnet", "VPC console, Subnets"),
  securityGroupId: uuid("id of the security group", "VPC console, Security Groups"),
  availableZones: {
    type: "array",
    minItems: 1,
    uniqueItems: true,
    remedy: "name at least one zone, each once",
    items: {
      type: "string",
      pattern: "^[a-z]{2}-[a-z0-9]+-\\d{2}$|^[0-9a-f]{32}$",
      remedy: 'use a zone\'s code such as "eu-de-01", or its id of 32 hexadecimal digits',
    },
  },
  productId: {
    type: "string",
    minLength: 1,
    remedy: "use a product id exactly as the service names it, or set `cacheMode` instead",
  },
  cacheMode: { type: "string", enum: ["single", "ha", "cluster", "proxy"] },
  instanceBackupPolicy,
  maintainBegin: { type: "string", enum: Object.keys(WINDOWS) },
  maintainEnd: { type: "string", enum: Object.values(WINDOWS) },
  privateIp: {
    type: "string",
    pattern: "^((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}$",
    remedy: 'use an IPv4 address of the subnet such as "192.168.0.7"',
  },
  port: { type: "integer", minimum: 1, maximum: 65535, remedy: "use a port from 1 to 65535" },
  renameCommands: {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      RENAMABLE.map((command) => [
        command,
        { type: "string", minLength: 1, remedy: "give the command a name of at least one character" },
      ]),
    ),
  },
  enableSsl: { type: "boolean" },
  enablePublicip: { type: "boolean" },
  publicipId: uuid("id of the elastic IP", "Elastic IP console"),
  enterpriseProjectId: { type: "string", minLength: 1, remedy: "use the id of the enterprise project" },
  tags: {
    type: "object",
    maxProperties: 20,
    propertyNames: {
      pattern: "^(?!_sys_)(?! )[\\p{L}\\p{N} _.:=+@-]{1,36}(?<! )$",
      remedy: 'tag keys are 1 to 36 letters, digits, spaces and _.:=+-@, not starting with "_sys_"',
    },
    additionalProperties: {
      type: "string",
      pattern: "^[\\p{L}\\p{N} _.:=+@/-]{0,43}$",
      remedy: "tag values are up to 43 letters, digits, spaces and _.:/=+-@",
    },
    remedy: "use at most 20 tags",
  },
  region: { type: "string", minLength: 1, remedy: 'use a region such as "eu-de"' },
  projectId: { type: "string", pattern: "^[0-9a-f]{32}$", remedy: "use the project's id, 32 hexadecimal digits" },
  adoptInstanceId: uuid("id of the instance to take over", "DCS console, details of the instance"),
  onNameConflict: { type: "string", enum: ["fail", "adopt"] },
  deletionProtection: { type: "boolean" },
  replaceOnDrift: { type: "boolean" },
  replaceOnChanges: { type: "array", items: { type: "string" } },
  customTimeouts: {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      ["create", "update", "delete"].map((step) => [
        step,
        {
          type: "string",
          pattern: "^(\\d+(\\.\\d+)?(h|m|s|ms))+$",
          remedy: 'use a duration such as "30m" or "1h30m"',
        },
      ]),
    ),
  },
};

const escaped = (text: string): string => text.replace(/[\\\]^-]/g, "\\$&");

/** Rules of a password in one edition. */
export function passwordRules({ password: { longest, specials } }: Edition): SchemaObject[] {
  const special = `[${escaped(specials)}]`;
  const kinds = ["[a-z]", "[A-Z]", "\\d", special];
  const threeKinds = kinds.map((without) =>
    kinds
      .filter((kind) => kind !== without)
      .map((kind) => `(?=.*${kind})`)
      .join(""),
  );
  const allowed = { pattern: `^[a-zA-Z\\d${escaped(specials)}]*$` };
  const mixed = {
    pattern: `^(${threeKinds.map((all) => `${all}.*`).join("|")})$`,
    remedy: "mix at least three of: lower-case letters, upper-case letters, digits, special characters",
  };
  const then = { ...mixed, remedy: `${mixed.remedy} (${specials})` };
  return [
    { minLength: 8, maxLength: longest, remedy: `use 8 to ${longest} characters` },
    { ...allowed, remedy: `use letters, digits and these special characters only: ${specials}` },
    // The special characters are listed once.
    { if: allowed, then, else: mixed },
  ];
}
