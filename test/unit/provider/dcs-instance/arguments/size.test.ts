import { unknownValue } from "@pulumi/pulumi/runtime";
import { dcsInstance } from "../../../../../provider/dcs-instance/resource";
import { asValues } from "../../../../../provider/dcs-instance/values/as-values";
import type { Values } from "../../../../../provider/resource/describe/argument";
import { noticeLines, replacementLines } from "../../../../../provider/resource/diff/announcements";
import { methodsOf } from "../../../../../provider/resource/methods";
import { withDeclared } from "../../../../../provider/resource/state/declared";
import { current, ID, without } from "../../../support/inputs";
import { ARGUMENTS, difference, instancesOf, validate } from "../../../support/kit";
import { scripted } from "../../../support/scripted";
import { held, state } from "../../../support/states";

/** The state of a cache, with what the service shows of its nodes. */
const cache = (patch: object): Values => state(current({ ...patch }));

function announced(before: object, after: object): string[] {
  const now = cache({ replicas: undefined, ...before });
  const program = asValues(current({ ...before, replicas: undefined, ...after }));
  const { modified, replaced } = difference(now, program, held(now));
  return replaced.length > 0
    ? replacementLines(dcsInstance, now, program, replaced)
    : noticeLines(dcsInstance, now, program, modified);
}

describe("Preview says in one line what a resize does:", () => {
  test.each<[string, object, object, string]>([
    [
      "more memory",
      {},
      { capacity: 4 },
      "capacity grows in place: connections are cut for some seconds, so clients must reconnect; for about a minute the cache only reads",
    ],
    [
      "less memory",
      {},
      { capacity: 1 },
      "capacity shrinks in place: connections stay; the service refuses it if more than 70 % of the new size is in use; backups made before become unusable",
    ],
    [
      "a single node, whose data is at risk",
      { cacheMode: "single" },
      { capacity: 1 },
      "capacity shrinks in place: connections stay; the service refuses it if more than 70 % of the new size is in use; a single node may lose its data, so check it afterwards; if the resize fails, a single node is unavailable for a while",
    ],
    [
      "more shards",
      { cacheMode: "cluster", capacity: 32 },
      { capacity: 64 },
      "capacity grows in place, from 3 to 8 shards: connections stay; data moves between shards, up to 20 % slower, and clients must follow MOVED and ASK; backups made before become unusable; a key above 512 MB makes it fail",
    ],
    [
      "fewer shards",
      { cacheMode: "cluster", capacity: 64 },
      { capacity: 48, reservedIps: Array.from({ length: 6 }, (_, at) => `10.0.0.${at}`) },
      "capacity shrinks in place, from 8 to 6 shards: connections are cut for some seconds, so clients must reconnect; the addresses of the removed shards vanish, so clients must not name them; the service refuses it if more than 70 % of the new size is in use; backups made before become unusable; a key above 512 MB makes it fail",
    ],
    ["more nodes", { replicas: 2 }, { replicas: 3 }, "replicas goes up in place: connections stay"],
    [
      "fewer nodes",
      { replicas: 4 },
      { replicas: 2 },
      "replicas goes down in place, one node at a time: connections are cut for some seconds, so clients must reconnect",
    ],
    [
      "a conversion",
      { engineVersion: "5.0", capacity: 4 },
      { cacheMode: "proxy" },
      "cacheMode changes in place, by a conversion: connections are cut for some seconds, so clients must reconnect; for about a minute the cache only reads; the service refuses it if more than 70 % of the new size is in use; alarms must be made anew; the read-only address disappears",
    ],
  ])("%s", (_, before, after, line) => {
    expect(announced(before, after)).toEqual([`cache "sessions": ${line}`]);
  });

  test("a line for each of several changes", () => {
    expect(announced({ replicas: 2 }, { replicas: 3, capacity: 8 })).toEqual([
      expect.stringContaining("capacity grows in place"),
      expect.stringContaining("replicas goes up in place"),
    ]);
  });

  test("that the documents leave a conversion of 6.0 open, and that a refusal loses nothing", () => {
    expect(announced({ capacity: 4 }, { cacheMode: "proxy" })).toEqual([
      expect.stringMatching(
        /leave open whether Redis 6\.0 can do it; if it refuses, the update fails and nothing is lost/,
      ),
    ]);
  });

  test("nothing of what is not known yet", () => {
    expect(announced({}, { capacity: unknownValue })).toEqual([]);
  });
});

describe("What is impossible replaces and says why:", () => {
  test.each<[string, object, object, string]>([
    [
      "a single node that becomes a pair",
      { cacheMode: "single" },
      { cacheMode: "ha" },
      'cacheMode cannot change from "single" to "ha" in place on Redis 6.0',
    ],
    [
      "a pair that becomes a cluster",
      { capacity: 4 },
      { cacheMode: "cluster" },
      'cacheMode cannot change from "ha" to "cluster" in place on Redis 6.0',
    ],
    [
      "a pair that becomes read/write splitting, where a detour keeps the data",
      { engineVersion: "5.0", capacity: 4 },
      { cacheMode: "ha_rw_split" },
      'in place on Redis 5.0, but by way of another mode: declare "proxy" first and "ha_rw_split" in a later update, which keeps the data',
    ],
    [
      "the size of read/write splitting on 6.0",
      { cacheMode: "ha_rw_split" },
      { capacity: 4 },
      'capacity of a cache in mode "ha_rw_split" cannot change in place on Redis 6.0; declare the present capacity to keep it',
    ],
    [
      "the nodes of read/write splitting on 6.0",
      { cacheMode: "ha_rw_split", replicas: 2 },
      { replicas: 3 },
      'replicas of a cache in mode "ha_rw_split" cannot change in place on Redis 6.0',
    ],
    [
      "sizes that no order reaches",
      { engineVersion: "5.0" },
      { cacheMode: "proxy", capacity: 512 },
      "no size between 2 and 512 GB serves both modes",
    ],
  ])("%s", (_, before, after, words) => {
    const lines = announced(before, after);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every((line) => line.includes(" replaces the cache: its data, backups and address are lost"))).toBe(
      true,
    );
    expect(lines.join("\n")).toContain(words);
  });

  test("an unknown mode may turn out to replace, so it counts as a replacement", () => {
    expect(difference(cache({}), current({ cacheMode: unknownValue }), held(cache({}))).replaced).toContain(
      "cacheMode",
    );
  });
});

describe("A cluster that loses shards", () => {
  const eight = { cacheMode: "cluster", capacity: 64, replicas: 2 };
  const addresses = (count: number) => Array.from({ length: count }, (_, at) => `192.168.0.${at + 10}`);
  const preview = (patch: object) => {
    const { replicas: _, ...declared } = { ...eight, capacity: 48, ...patch } as typeof eight;
    const now = { ...cache(eight), ...withDeclared(ARGUMENTS, asValues(current(eight)), cache(eight)) };
    return methodsOf(instancesOf(scripted({}))).diff(ID, now, current(declared));
  };

  test.each<[string, string[] | undefined, RegExp]>([
    [
      "without addresses to keep",
      undefined,
      /from 8 to 6 shards.*at random.*an address of each of the 6 shards to keep.*none is listed.*declare capacity: 64/,
    ],
    ["with too few of them", addresses(5), /6 shards to keep.*; 5 are listed/],
    ["with more than stay", addresses(13), /; 13 are listed/],
  ])("%s fails at preview", async (_, reservedIps, message) => {
    await expect(preview({ reservedIps })).rejects.toThrow(message);
  });

  test.each([6, 12])("with %i addresses, one or more of each shard, is updated", async (count) => {
    expect(await preview({ reservedIps: addresses(count) })).toMatchObject({ changes: true, replaces: [] });
  });

  test("needs no addresses while its number of shards stays", async () => {
    const small = { ...eight, capacity: 32 };
    const now = { ...cache(small), ...withDeclared(ARGUMENTS, asValues(current(small)), cache(small)) };
    const program = without(current({ ...small, capacity: 8 }), "replicas");
    expect(await methodsOf(instancesOf(scripted({}))).diff(ID, now, program)).toMatchObject({ replaces: [] });
  });
});

describe("The number of nodes is judged by the mode:", () => {
  const told = (patch: object) => validate(current(patch)).map(({ property, reason }) => `${property}: ${reason}`);

  test.each<[string, number[], number[], number]>([
    ["single", [1], [0, 2], 2],
    ["ha", [2, 5], [1, 6], 2],
    ["ha_rw_split", [2, 6], [1, 7], 2],
    ["cluster", [1, 5], [0, 6], 4],
    ["proxy", [2], [1, 3], 4],
  ])("%s", (cacheMode, sound, wrong, capacity) => {
    const zones = { availableZones: ["eu-de-01"] };
    for (const replicas of sound) expect(told({ cacheMode, capacity, replicas, ...zones })).toEqual([]);
    for (const replicas of wrong)
      expect(told({ cacheMode, capacity, replicas, ...zones })).toEqual([expect.stringMatching(/^replicas: /)]);
  });

  test("and refused beside a product, which has one", () => {
    const program = { productId: "redis.ha.xu1.large.r2.2-h", cacheMode: undefined, replicas: 2 };
    expect(told(program)).toEqual([expect.stringMatching(/^replicas: .*part of productId already/)]);
  });

  test("and addresses to keep are refused where there are no shards", () => {
    expect(told({ reservedIps: ["192.168.0.10"] })).toEqual([expect.stringMatching(/^reservedIps: .*remove it/)]);
    expect(told({ cacheMode: "cluster", capacity: 4, reservedIps: ["192.168.0"] })).toEqual([
      expect.stringMatching(/^reservedIps\[0\]: .*IPv4/),
    ]);
  });

  test("and read/write splitting has sizes of its own", () => {
    expect(told({ cacheMode: "ha_rw_split", capacity: 24 })).toEqual([expect.stringMatching(/^capacity: /)]);
  });
});
