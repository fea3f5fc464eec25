import { instancesNamed } from "../../../provider/instance/look-up";
import { served } from "./support/inputs";
import { lostAnswer, scripted } from "./support/scripted";
import { tellTimeOurselves, within } from "./support/time";

const LIST = "GET /instances";
const none = { instances: [], instance_num: 0 };
const listed = (...names: string[]) => ({
  instances: names.map((name) => served({ name, instance_id: `id-of-${name}` })),
  instance_num: names.length,
});

tellTimeOurselves();

const names = [...Array(100).keys()].map((at) => `cache-${at}`);

describe("Looking for instances by name", () => {
  test("costs a hundred that start together one list call", async () => {
    const dcs = scripted({ [LIST]: [listed("cache-7", "cache-70")] });
    const found = await within(1_000, Promise.all(names.map((name) => instancesNamed(dcs, name))));
    expect(found.filter((all) => all.length > 0).flat()).toMatchObject([{ name: "cache-7" }, { name: "cache-70" }]);
    expect(dcs.calls).toEqual([LIST]);
  });

  test("never answers from a list that began before the question", async () => {
    const dcs = scripted({ [LIST]: [none, listed("cache-7")] });
    expect(await within(1_000, instancesNamed(dcs, "cache-7"))).toEqual([]);
    expect(await within(1_000, instancesNamed(dcs, "cache-7"))).toMatchObject([{ name: "cache-7" }]);
  });

  test("takes the exact name only", async () => {
    const dcs = scripted({ [LIST]: [listed("cache-70", "my-cache-7")] });
    expect(await within(1_000, instancesNamed(dcs, "cache-7"))).toEqual([]);
  });

  test("fails for all who asked together, and asks anew for the next", async () => {
    const dcs = scripted({ [LIST]: [lostAnswer("GET"), none] });
    const both = Promise.allSettled([instancesNamed(dcs, "cache-1"), instancesNamed(dcs, "cache-2")]);
    expect((await within(1_000, both)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await within(1_000, instancesNamed(dcs, "cache-1"))).toEqual([]);
  });
});
