import { runtime } from "@pulumi/pulumi";
import { offerFindings, zoneFindings } from "../../../../../provider/dcs-instance/preview/catalogue-checks";
import { current, seed, without, ZONES } from "../../../support/inputs";
import { PRODUCTS, scripted } from "../../../support/scripted";

const rwSplit = {
  product_id: "redis.ha.xu1.large.p2.8-h",
  cache_mode: "ha_rw_split",
  engine_versions: "4.0;5.0",
  flavors: [{ capacity: "8" }],
};

const FIRST = {
  product_id: "00301-30112-0--0",
  cache_mode: "ha",
  engine_versions: "3.0",
  flavors: [{ capacity: "2" }],
};

const dcs = () => scripted({ "GET /v1.0/products": [{ products: [...PRODUCTS, rwSplit, FIRST] }] });
const failures = async (inputs: object) => {
  const at = dcs();
  const found = await Promise.all([zoneFindings(at, inputs, "create"), offerFindings(at, inputs, "create")]);
  return found.flatMap((each) => each.failures);
};
const named = (productId: string, patch: object = {}) => ({ ...without(current(patch), "cacheMode"), productId });

describe("Preview, asking the service, accepts", () => {
  test.each<[string, object]>([
    ["zones by code and a product by mode", current()],
    ["zones by id and a product by name", named("redis.ha.xu1.large.r2.2-h", { availableZones: [ZONES[0]?.id] })],
    ["a 3.0 product, which the catalogue no longer lists", seed()],
    ["a product by the number the catalogue gives it", seed({ productId: FIRST.product_id })],
    ["zones that are not known yet, one or all", current({ availableZones: runtime.unknownValue })],
    [
      "a zone that is not known yet",
      current({ availableZones: ["eu-de-01", runtime.unknownValue, runtime.unknownValue] }),
    ],
    ["a mode that is not known yet", current({ cacheMode: runtime.unknownValue, capacity: 7 })],
    ["a capacity that is not known yet", current({ capacity: runtime.unknownValue })],
  ])("%s", async (_, inputs) => {
    expect(await failures(inputs)).toEqual([]);
  });
});

describe("Preview, asking the service, refuses", () => {
  test.each<[string, object, string, RegExp]>([
    [
      "a zone of another region",
      current({ availableZones: ["eu-nl-01"] }),
      "availableZones[0]",
      /^zone "eu-nl-01" belongs to eu-nl, the cache to eu-de: use one of eu-de-01, eu-de-02$/,
    ],
    [
      "a mistyped zone",
      current({ availableZones: ["eu-ed-01"] }),
      "availableZones[0]",
      /^"eu-ed-01" is not a zone of eu-de: use one of eu-de-01, eu-de-02; did you mean "eu-de-01"\?$/,
    ],
    [
      "a zone that the region does not have",
      current({ availableZones: ["eu-de-09"] }),
      "availableZones[0]",
      /^"eu-de-09" is not a zone of eu-de: use one of eu-de-01, eu-de-02/,
    ],
    [
      "a zone without resources",
      current({ availableZones: ["eu-de-01", "eu-de-04"] }),
      "availableZones[1]",
      /no resources left/,
    ],
    [
      "one zone by code and by id",
      current({ availableZones: ["eu-de-01", ZONES[0]?.id] }),
      "availableZones[1]",
      /entry \[0\], eu-de-01: name each once/,
    ],
    [
      "a product that is not offered",
      named("redis.ha.xu1.large.r9.2-h"),
      "productId",
      /did you mean "redis.ha.xu1.large.r2.2-h"/,
    ],
    ["a number nobody sells", seed({ productId: "00301-30112-0--9" }), "productId", /is not offered in eu-de/],
    [
      "a product of another version",
      named("redis.ha.xu1.large.p2.8-h", { capacity: 8 }),
      "productId",
      /for Redis 4.0, 5.0, not for 6.0/,
    ],
    [
      "a size the product has not",
      named("redis.ha.xu1.large.r2.2-h", { capacity: 4 }),
      "capacity",
      /4 GB is not offered/,
    ],
    [
      "a mode in a size nobody sells",
      current({ capacity: 64 }),
      "capacity",
      /^ha 6\.0 with 64 GB is not offered; 2 is$/,
    ],
    [
      "the known zone beside one that is not known yet",
      current({ availableZones: [runtime.unknownValue, "eu-nl-01"] }),
      "availableZones[1]",
      /belongs to eu-nl/,
    ],
  ])("%s", async (_, inputs, property, reason) => {
    expect(await failures(inputs)).toEqual([{ property, reason: expect.stringMatching(reason) }]);
  });
});
