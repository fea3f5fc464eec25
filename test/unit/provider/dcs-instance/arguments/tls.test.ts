import { connectionStringOf } from "../../../../../provider/dcs-instance/arguments/rows/access/connection-string";
import { INSTANCE_ARGUMENTS } from "../../../../../provider/dcs-instance/arguments/rows/instance-arguments";
import { noticeLines } from "../../../../../provider/resource/diff/announcements";
import { current } from "../../../support/inputs";
import { difference, validate } from "../../../support/kit";
import { held, stored } from "../../../support/states";

const lines = (before: object, after: object) =>
  noticeLines({ noun: "cache", arguments: INSTANCE_ARGUMENTS }, { name: "sessions", ...before }, { ...after }, [
    "enableSsl",
  ]);

describe("A switch of TLS is announced", () => {
  test("with the cut of connections and what clients have to do", () => {
    expect(lines({ cacheMode: "ha" }, { enableSsl: true })).toEqual([
      'cache "sessions": enableSsl restarts the cache: connections are cut for seconds, and clients must use TLS from then on',
    ]);
    expect(lines({ cacheMode: "ha", enableSsl: true }, { enableSsl: false })).toEqual([
      'cache "sessions": enableSsl restarts the cache: connections are cut for seconds, and clients use no TLS from then on',
    ]);
  });

  test("with what becomes of it when it is no longer declared", () => {
    expect(lines({ cacheMode: "ha", enableSsl: true }, {})).toEqual([
      'cache "sessions": enableSsl is no longer declared, so TLS is switched off, which restarts the cache: connections are cut for seconds, and clients use no TLS from then on',
    ]);
  });

  test.each<[string, object, object, string]>([
    [
      "a single node",
      { cacheMode: "single" },
      {},
      "a single node keeps nothing over a restart, so all its data is lost",
    ],
    [
      "a cluster without replicas",
      { cacheMode: "cluster", resourceSpecCode: "redis.cluster.xu1.large.r1.8" },
      {},
      "a cluster without replicas keeps nothing over a restart, so all its data is lost",
    ],
    [
      "a cache that the update tells to write nothing to disk",
      { cacheMode: "ha", parameters: { appendonly: "yes" } },
      { parameters: { appendonly: "no" } },
      'with parameters.appendonly "no" nothing is kept over a restart, so all its data is lost',
    ],
  ])("with the loss of the data of %s", (_, before, after, loss) => {
    expect(lines(before, { ...after, enableSsl: true })).toEqual([expect.stringContaining(`; ${loss}`)]);
  });

  test("without a loss where the data survives", () => {
    const cluster = { cacheMode: "cluster", resourceSpecCode: "redis.cluster.xu1.large.r2.8" };
    expect(lines(cluster, { enableSsl: true })).toEqual([expect.not.stringContaining("lost")]);
    const kept = { parameters: { appendonly: "yes" }, enableSsl: true };
    expect(lines({ cacheMode: "ha", parameters: { appendonly: "no" } }, kept)).toEqual([
      expect.not.stringContaining("lost"),
    ]);
  });
});

test("A switch of TLS never replaces a cache", () => {
  for (const [before, after] of [
    [false, true],
    [true, false],
    [true, undefined],
  ]) {
    const state = stored({ enableSsl: before });
    expect(difference(state, current({ enableSsl: after }), held(state))).toMatchObject({
      modified: ["enableSsl"],
      replaced: [],
    });
  }
});

describe("TLS is refused at preview", () => {
  test.each(["4.0", "5.0"])("for Redis %s", (engineVersion) => {
    expect(validate(current({ engineVersion, enableSsl: true }))).toEqual([
      {
        property: "enableSsl",
        reason: expect.stringContaining('is available only from engineVersion "6.0" on: remove it'),
      },
    ]);
  });

  test.each([
    ["a proxy cluster by its mode", { cacheMode: "proxy", capacity: 4 }],
    ["a proxy cluster by its product", { productId: "redis.proxy.xu1.large.4-h", cacheMode: undefined, capacity: 4 }],
    ["read/write splitting by its product", { productId: "redis.ha.xu1.large.p2.2-h", cacheMode: undefined }],
  ])("for %s", (_, kind) => {
    expect(validate(current({ ...kind, enableSsl: true }))).toEqual([
      {
        property: "enableSsl",
        reason: expect.stringContaining("is available only for single, ha and cluster caches: remove it"),
      },
    ]);
  });
});

describe("The connection string", () => {
  const endpoint = "192.168.0.7:6379";

  test("contains the password so that a URL can carry it", () => {
    const password = "Blue:Kettle/7@?#%";
    const url = connectionStringOf({ endpoint, password }) as string;
    expect(url).toBe("redis://:Blue%3AKettle%2F7%40%3F%23%25@192.168.0.7:6379");
    expect(decodeURIComponent(new URL(url).password)).toBe(password);
  });

  test("says when TLS is on", () => {
    expect(connectionStringOf({ endpoint, password: "Blue_Kettle7", enableSsl: true })).toBe(
      "rediss://:Blue_Kettle7@192.168.0.7:6379",
    );
  });

  test("has no password for a cache that needs none", () => {
    expect(connectionStringOf({ endpoint, noPasswordAccess: true })).toBe("redis://192.168.0.7:6379");
  });

  test("is absent as long as the address or the password is not known", () => {
    expect(connectionStringOf({ password: "Blue_Kettle7" })).toBeUndefined();
    expect(connectionStringOf({ endpoint, noPasswordAccess: false })).toBeUndefined();
  });
});
