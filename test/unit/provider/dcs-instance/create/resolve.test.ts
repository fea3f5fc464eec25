import { resolve } from "../../../../../provider/dcs-instance/create/resolve";
import { current, seed, without, ZONES } from "../../../support/inputs";
import { PRODUCTS, scripted } from "../../../support/scripted";

describe("Create resolves", () => {
  test("zone codes to ids, in the declared order", async () => {
    const { zoneIds } = await resolve(scripted({}), current({ availableZones: ["eu-de-02", "eu-de-01"] }));
    expect(zoneIds).toEqual([ZONES[1]?.id, ZONES[0]?.id]);
  });

  test("zone codes to ids of whatever form the service gives them", async () => {
    const zones = [{ id: "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9", code: "eu-de-01" }];
    const dcs = scripted({ "GET /v1.0/availableZones": [{ available_zones: zones }] });
    const inputs = seed({ availableZones: ["eu-de-01"] });
    expect(await resolve(dcs, inputs)).toMatchObject({ zoneIds: [zones[0]?.id] });
  });

  test("no zone it does not know", async () => {
    await expect(resolve(scripted({}), current({ availableZones: ["eu-nl-01"] }))).rejects.toThrow(
      'availableZones: zone "eu-nl-01" belongs to eu-nl, the cache to eu-de',
    );
  });

  test("a product to the id that version 1.0 lists for its specification", async () => {
    const [listed] = PRODUCTS;
    const dcs = scripted({
      "GET /v2/{project_id}/flavors": [
        { flavors: [{ spec_code: listed?.spec_code, cache_mode: "ha", engine_version: "6.0", capacity: ["2"] }] },
      ],
      "GET /v1.0/products": [{ products: [{ ...listed, product_id: "00301-31100-0--0" }] }],
    });
    expect(await resolve(dcs, current())).toMatchObject({ productId: "00301-31100-0--0" });
  });

  test("no mode the region does not sell", async () => {
    await expect(resolve(scripted({}), current({ cacheMode: "proxy" }))).rejects.toThrow(
      /cacheMode: proxy 6\.0 with 2 GB is not offered in eu-de; ha is/,
    );
  });

  test.each([
    ["single", "OTC_DCS_SINGLE"],
    ["ha", "OTC_DCS_MS"],
    ["cluster", "OTC_DCS_CL"],
  ])("on 3.0 the mode %s to %s", async (cacheMode, productId) => {
    const inputs = without(seed({ cacheMode }), "productId");
    expect(await resolve(scripted({}), inputs)).toMatchObject({ productId });
  });
});
