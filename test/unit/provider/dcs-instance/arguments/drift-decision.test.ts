import {
  ARGUMENT_NAMES,
  INSTANCE_ARGUMENTS,
} from "../../../../../provider/dcs-instance/arguments/rows/instance-arguments";
import { asValues } from "../../../../../provider/dcs-instance/values/as-values";
import type { ArgumentName, InstanceOutputs } from "../../../../../provider/dcs-instance/values/types";
import { howOf, type Values } from "../../../../../provider/resource/describe/argument";
import type { Before } from "../../../../../provider/resource/describe/before";
import { current, DAILY, POLICY, without, ZONES } from "../../../support/inputs";
import { difference } from "../../../support/kit";

const elsewhere = "11111111-2222-4333-8444-555555555555";
const withProduct = { productId: "redis.ha.xu1.large.r2.2-h", cacheMode: undefined };

interface Pair {
  /** What the program declares at first, with what it needs beside it. */
  readonly declared: Values;
  /** Another value. */
  readonly other: unknown;
  /** What the service shows for the other value, where that is not the argument alone. */
  readonly shown?: Partial<InstanceOutputs>;
}

const zoneIds = [ZONES[0]?.id ?? "", ZONES[2]?.id ?? ""];

/** Two values of every argument that a service can show. */
const VALUES: Readonly<Partial<Record<ArgumentName, Pair>>> = {
  name: { declared: {}, other: "carts" },
  description: { declared: { description: "a" }, other: "b" },
  maintainBegin: { declared: { maintainBegin: "22:00:00", maintainEnd: "02:00:00" }, other: "10:00:00" },
  maintainEnd: { declared: { maintainBegin: "22:00:00", maintainEnd: "02:00:00" }, other: "14:00:00" },
  instanceBackupPolicy: { declared: { instanceBackupPolicy: POLICY }, other: DAILY },
  securityGroupId: { declared: { engineVersion: "3.0", securityGroupId: current().vpcId }, other: elsewhere },
  tags: { declared: { tags: { team: "shop" } }, other: { team: "cart" } },
  capacity: { declared: {}, other: 1 },
  replicas: { declared: { replicas: 2 }, other: 3 },
  engine: { declared: {}, other: "Memcached" },
  engineVersion: { declared: {}, other: "5.0" },
  noPasswordAccess: { declared: { noPasswordAccess: false }, other: true },
  vpcId: { declared: {}, other: elsewhere },
  subnetId: { declared: {}, other: elsewhere },
  availableZones: {
    declared: {},
    other: ["eu-de-01", "eu-de-04"],
    shown: { availableZones: zoneIds, availableZoneIds: zoneIds, availableZoneCodes: ["eu-de-01", "eu-de-04"] },
  },
  productId: { declared: withProduct, other: "redis.ha.xu1.large.r3.2-h" },
  cacheMode: { declared: {}, other: "cluster" },
  privateIp: { declared: { privateIp: "192.168.0.7" }, other: "192.168.0.9" },
  port: { declared: { port: 6380 }, other: 6381 },
  enableSsl: { declared: { enableSsl: true }, other: false },
  whitelist: { declared: { whitelist: [{ groupName: "web", ipList: ["10.1.0.0/16"] }] }, other: [] },
  enableWhitelist: {
    declared: { whitelist: [{ groupName: "web", ipList: ["10.1.0.0/16"] }], enableWhitelist: true },
    other: false,
  },
  parameters: { declared: { parameters: { timeout: 300 } }, other: { timeout: 60 } },
  enablePublicip: { declared: { enablePublicip: true, publicipId: elsewhere }, other: false },
  publicipId: { declared: { enablePublicip: true, publicipId: elsewhere }, other: current().vpcId },
  enterpriseProjectId: { declared: { enterpriseProjectId: "a" }, other: "b" },
  region: { declared: { region: "eu-de" }, other: "eu-nl" },
  projectId: { declared: { projectId: "0".repeat(32) }, other: "1".repeat(32) },
};

/** Arguments of which the service shows nothing. */
const UNSHOWN: readonly ArgumentName[] = [
  "password",
  "renameCommands",
  "templateId",
  ...ARGUMENT_NAMES.filter((name) => ["ignore", "record"].includes(INSTANCE_ARGUMENTS[name].change.how)),
];

const held = (program: Values): Before => ({ declared: new Set(Object.keys(program)), values: serving(program) });

const zones = { availableZoneIds: ZONES.slice(0, 2).map(({ id }) => id), availableZoneCodes: ["eu-de-01", "eu-de-02"] };

const serving = (declared: Values, more: object = {}): Values => ({
  status: "RUNNING",
  port: 6379,
  noPasswordAccess: false,
  ...declared,
  ...zones,
  ...more,
});

const cases = Object.entries(VALUES).map(([argument, { declared, other, shown }]) => {
  const name = argument as ArgumentName;
  const program = asValues(current(declared));
  return {
    argument: name,
    program,
    changed: { ...program, [name]: other },
    undeclared: without(program, name),
    tampered: serving(program, shown ?? { [name]: other }),
    untouched: serving(program),
    inPlace: howOf(INSTANCE_ARGUMENTS, name, { ...program, [name]: other }, program) !== "replace",
    changeInPlace: howOf(INSTANCE_ARGUMENTS, name, program, { ...program, [name]: other }) !== "replace",
  };
});

test("Every argument is tested here, unless the service never returns it", () => {
  expect([...Object.keys(VALUES), ...UNSHOWN].sort()).toEqual([...ARGUMENT_NAMES].sort());
});

describe.each(cases)("$argument", (each) => {
  const { argument, program, changed, undeclared, tampered, untouched, inPlace, changeInPlace } = each;

  test("changed in the service alone is put back in place or left to the user, and never replaces", () => {
    const { modified, replaced, drifted } = difference(tampered, program, held(program));
    expect({ modified: modified.includes(argument), drifted: drifted.includes(argument) }).toEqual({
      modified: inPlace,
      drifted: !inPlace,
    });
    expect(drifted).toEqual(replaced);
  });

  test("changed in the program alone asks for what the table of changes says", () => {
    const { modified, replaced, drifted } = difference(untouched, changed, held(program));
    expect((changeInPlace ? modified : replaced).includes(argument)).toBe(true);
    expect(drifted).toEqual([]);
  });

  test("changed in the program to what the service shows is only recorded", () => {
    const { modified, replaced, recorded } = difference(tampered, changed, held(program));
    expect([...modified, ...replaced]).not.toContain(argument);
    expect(recorded).toContain(argument);
  });

  test("declared anew as it was before it was changed in the service does not replace either", () => {
    const { replaced, drifted } = difference(tampered, program, { ...held(undeclared), values: untouched });
    expect(drifted).toEqual(replaced);
  });

  test("never declared is left alone, whatever the service shows", () => {
    const { modified, replaced } = difference(tampered, undeclared, { ...held(undeclared), values: untouched });
    const implied = ["noPasswordAccess", "enableWhitelist"].includes(argument) ? [argument] : [];
    expect([...modified, ...replaced]).toEqual(implied);
  });
});

test("A cache that is used without a password gets the declared one back in place", () => {
  const program = asValues(current());
  const open = serving(program, { noPasswordAccess: true });
  expect(difference(open, program, held(program))).toMatchObject({ modified: ["noPasswordAccess"], drifted: [] });
  const accepted = { ...without(program, "password"), noPasswordAccess: true };
  expect(difference(open, accepted, held(program))).toMatchObject({ modified: [], replaced: [] });
});

test("Zones declared by id instead of code, while the zones have drifted, do not count as a change in the program", () => {
  const program = asValues(current());
  const moved = serving(program, VALUES.availableZones?.shown);
  const byId = { ...program, availableZones: ZONES.slice(0, 2).map(({ id }) => id) };
  expect(difference(moved, byId, held(program))).toMatchObject({ drifted: ["availableZones"] });
});
