import { presets } from "../../../../emulator/http/page/presets";
import { Reader } from "./reader";

let reader: Reader;
beforeEach(async () => {
  reader = await Reader.start();
});
afterEach(() => reader.emulator.close());

const plainText = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** A switch as the page has it now. */
async function switchOf(
  name: string,
): Promise<{ readonly on: boolean; readonly plan: unknown; readonly fault: string }> {
  const [button = ""] = new RegExp(`<button[^>]*id="switch-${name}"[^>]*>`).exec(await reader.part("faults")) ?? [];
  const attribute = (wanted: string) => plainText(new RegExp(`${wanted}="([^"]*)"`).exec(button)?.[1] ?? "");
  return {
    on: attribute("aria-checked") === "true",
    plan: JSON.parse(attribute("data-plan")),
    fault: attribute("data-fault"),
  };
}

test.each(presets.map(({ name }) => name))(
  "The switch %s plans its fault, shows that it is on, and takes it back",
  async (name) => {
    const off = await switchOf(name);
    expect(off.on).toBe(false);
    expect((await reader.desk("POST", "faults", off.plan)).status).toBe(201);
    const on = await switchOf(name);
    expect(on.on).toBe(true);
    for (const other of presets.filter((preset) => preset.name !== name))
      expect((await switchOf(other.name)).on).toBe(false);
    expect((await reader.desk("DELETE", `faults/${on.fault}`)).status).toBe(204);
    expect((await switchOf(name)).on).toBe(false);
    expect(await reader.planned()).toEqual([]);
  },
);

test("A fault that is on strikes, and the page counts and marks the calls", async () => {
  await reader.desk("POST", "faults", (await switchOf("unavailable")).plan);
  expect((await reader.client.dcs("GET", "/instances")).status).toBe(503);
  const { parts } = await reader.renewal();
  expect(parts.faults).toContain("Struck once.");
  expect(parts.calls).toMatch(/503<\/span><\/td><td[^>]*>status<\/td>/);
});

test("A fault that was planned otherwise is listed, with a button that removes it alone", async () => {
  await reader.desk("POST", "faults", (await switchOf("late")).plan);
  await reader.desk("POST", "faults", { on: { method: "PUT" }, times: 2, with: { kind: "busy", code: 4026 } });
  const [, id] = /data-remove="(\d+)"/.exec(await reader.part("faults")) ?? [];
  await reader.desk("DELETE", `faults/${id}`);
  expect(await reader.planned()).toMatchObject([{ with: { kind: "slow" } }]);
  expect((await reader.desk("DELETE", `faults/${id}`)).status).toBe(404);
});
