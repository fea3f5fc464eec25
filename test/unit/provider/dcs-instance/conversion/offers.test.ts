import { productFor } from "../../../../../provider/dcs-instance/conversion/offers";
import { current } from "../../../support/inputs";

describe("A mode becomes a product", () => {
  const product = (spec: string, more: object = {}) => ({
    product_id: `${spec}-h`,
    spec_code: spec,
    cache_mode: "ha",
    engine_versions: "5.0;6.0",
    spec_details: '[{"mem":"2,4"}]',
    ...more,
  });

  test("generic, on x86_64 and with two replicas, where there is a choice", () => {
    const all = [
      product("redis.ha.au1.large.r2.2", { cpu_type: "aarch_64" }),
      product("redis.ha.xu1.large.r3.2", { cpu_type: "x86_64" }),
      product("redis.ha.xu1.large.r2.2", { cpu_type: "x86_64" }),
      product("redis.ha.xu0.large.r2.2", { cpu_type: "x86_64", product_type: "libos" }),
    ];
    expect(productFor(all, current())?.product_id).toBe("redis.ha.xu1.large.r2.2-h");
  });

  test("of the version and the size declared only", () => {
    expect(productFor([product("redis.ha.xu1.large.r2.2", { engine_versions: "4.0" })], current())).toBeUndefined();
    expect(productFor([product("redis.ha.xu1.large.r2.2")], current({ capacity: 8 }))).toBeUndefined();
  });

  test.each<[string, object]>([
    ["no sizes at all", { spec_details: undefined }],
    ["null for its sizes", { spec_details: null, flavors: null }],
    ["its sizes as numbers", { spec_details: '[{"mem":4}]' }],
    ["its sizes not as a text", { spec_details: [{ mem: "4" }] }],
    ["its versions as a list", { engine_versions: ["5.0", "6.0"] }],
  ])("of the size declared, also where the service answers %s", (_, more) => {
    const sizes = [1, 2, 4, 8].map((size) =>
      product(`redis.ha.xu1.large.r2.${size}`, { spec_details: `[{"mem":"${size}"}]`, ...(size === 4 ? more : {}) }),
    );
    const bare = sizes.map((each) => ({ ...each, ...("spec_details" in more && !more.spec_details ? more : {}) }));
    expect(productFor(bare as never, current({ capacity: 4 }))?.product_id).toBe("redis.ha.xu1.large.r2.4-h");
  });

  test("of a fraction of a GB by what its specification says in MB", () => {
    const tiny = [128, 256, 512].map((size) => product(`redis.ha.xu1.tiny.r2.${size}`, { spec_details: undefined }));
    expect(productFor(tiny, current({ capacity: 0.25 }))?.product_id).toBe("redis.ha.xu1.tiny.r2.256-h");
  });
});
