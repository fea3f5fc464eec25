import { type Emulator, startEmulator } from "../../../emulator";
import { sweep, withPrefix } from "../../acceptance/play/sweep";
import { clientOf } from "./some-calls";

describe("the sweep", () => {
  let dcs: Emulator;
  const said: string[] = [];
  const say = (line: string) => void said.push(line);

  beforeEach(async () => {
    said.length = 0;
    dcs = await startEmulator({ redis: false, createMs: 400, deleteMs: 100 });
  });
  afterEach(() => dcs.close());

  const names = () => dcs.instances().map(({ name }) => name);

  test("removes what begins with the prefix, and nothing that only contains it", async () => {
    for (const name of ["otc-acceptance-a-pair", "my-otc-acceptance-a", "Otc-acceptance-a", "orders"]) {
      await dcs.foreign({ name });
    }
    expect(await sweep(clientOf(dcs.env), { prefix: "otc-acceptance-", say, everyMs: 50 })).toEqual([]);
    expect(names()).toEqual(["my-otc-acceptance-a", "Otc-acceptance-a", "orders"]);
    const deletes = dcs.journal.filter(({ method }) => method === "DELETE");
    expect(deletes).toHaveLength(1);
  });

  test("waits for one that may not be deleted yet", async () => {
    const { id } = await dcs.foreign({ name: "otc-acceptance-b-old" });
    dcs.fault({ on: { method: "DELETE" }, times: 2, with: { kind: "status", status: 400, code: "111400099" } });
    expect(await sweep(clientOf(dcs.env), { prefix: "otc-acceptance-b", say, everyMs: 50 })).toEqual([]);
    expect(names()).toEqual([]);
    expect(said[0]).toBe(`Removing otc-acceptance-b-old (${id})`);
  });

  test("says what is left when it gives up", async () => {
    const { id } = await dcs.foreign({ name: "otc-acceptance-c-new" });
    dcs.fault({ with: { kind: "stuck", operation: "delete" } });
    const left = await sweep(clientOf(dcs.env), { prefix: "otc-acceptance-", say, everyMs: 50, limitMs: 1_500 });
    expect(left).toEqual([{ id, name: "otc-acceptance-c-new", status: "DELETING" }]);
  });

  test("refuses a prefix that could be anybody's", async () => {
    await expect(withPrefix(clientOf(dcs.env), "otc-")).rejects.toThrow('"otc-" is too short');
  });
});
