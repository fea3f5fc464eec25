import { findByName } from "../../../../../provider/dcs-instance/create/find-by-name";
import { listed, lostAnswer, none } from "../../../support/answers";
import { LIST } from "../../../support/calls";
import { scripted } from "../../../support/scripted";
import { tellTimeOurselves, within } from "../../../support/time";

const named = (...names: string[]) => listed(...names.map((name) => ({ name, instance_id: `id-of-${name}` })));

tellTimeOurselves();

const names = [...Array(100).keys()].map((at) => `cache-${at}`);

describe("Looking for instances by name", () => {
  test("costs a hundred that start together one list call", async () => {
    const dcs = scripted({ [LIST]: [named("cache-7", "cache-70")] });
    const found = await within(1_000, Promise.all(names.map((name) => findByName(dcs, name))));
    expect(found.filter((all) => all.length > 0).flat()).toMatchObject([{ name: "cache-7" }, { name: "cache-70" }]);
    expect(dcs.calls).toEqual([LIST]);
  });

  test("never answers from a list that began before the question", async () => {
    const dcs = scripted({ [LIST]: [none, named("cache-7")] });
    expect(await within(1_000, findByName(dcs, "cache-7"))).toEqual([]);
    expect(await within(1_000, findByName(dcs, "cache-7"))).toMatchObject([{ name: "cache-7" }]);
  });

  test("takes the exact name only", async () => {
    const dcs = scripted({ [LIST]: [named("cache-70", "my-cache-7")] });
    expect(await within(1_000, findByName(dcs, "cache-7"))).toEqual([]);
  });

  test("fails for all who asked together, and asks anew for the next", async () => {
    const dcs = scripted({ [LIST]: [lostAnswer("GET"), none] });
    const both = Promise.allSettled([findByName(dcs, "cache-1"), findByName(dcs, "cache-2")]);
    expect((await within(1_000, both)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await within(1_000, findByName(dcs, "cache-1"))).toEqual([]);
  });
});
