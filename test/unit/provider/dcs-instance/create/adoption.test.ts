import { previewTakeOver, takeOver } from "../../../../../provider/dcs-instance/create/adoption";
import { READ } from "../../../support/calls";
import { current, ID, OTHER, served } from "../../../support/inputs";
import { operations } from "../../../support/kit";
import { scripted } from "../../../support/scripted";

describe("Taking over an instance", () => {
  test("goes on with what can be changed in place", async () => {
    const dcs = scripted({ [READ]: [served({ name: "old-name", description: "old" })] });
    expect(await takeOver(operations(dcs, current()), dcs, ID, current())).toMatchObject({
      name: "old-name",
      description: "old",
    });
  });

  test("lists every difference that was fixed at creation, and no password", async () => {
    const dcs = scripted({ [READ]: [served({ subnet_id: OTHER, engine_version: "5.0" })] });
    const work = takeOver(operations(dcs, current()), dcs, ID, current());
    await expect(work).rejects.toThrow(
      /engineVersion is "5\.0", the program declares "6\.0"; subnetId is "11111111-[^;]*, the program declares "ec2f34b9/,
    );
    await expect(work).rejects.not.toThrow(/Kettle/);
  });

  test("says at preview what a change in place will do to clients and data", async () => {
    const single = { cacheMode: "single", availableZones: ["eu-de-01"] };
    const node = {
      cache_mode: "single",
      available_zones: served().available_zones?.slice(0, 1),
      az_codes: ["eu-de-01"],
    };
    const dcs = scripted({ [READ]: [served({ ...node, resource_spec_code: "redis.single.xu1.large.2" })] });
    const found = await previewTakeOver(dcs, ID, current({ ...single, enableSsl: true }));
    expect(found).toEqual({
      lines: expect.arrayContaining([
        expect.stringContaining("and changes enableSsl false -> true"),
        'cache "sessions": enableSsl restarts the cache: connections are cut for seconds, and clients must use TLS from then on; a single node keeps nothing over a restart, so all its data is lost',
      ]),
    });
  });
});
