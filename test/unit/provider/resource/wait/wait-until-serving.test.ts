import { notFound } from "../../../support/answers";
import { READ } from "../../../support/calls";
import { ID, served } from "../../../support/inputs";
import { waitUntilServing } from "../../../support/kit";
import { scripted } from "../../../support/scripted";
import { tellTimeOurselves, within } from "../../../support/time";

const wait = { id: ID, name: "sessions", what: "to be running", timeout: 600_000 } as const;

tellTimeOurselves();

describe("A cache that is waited for", () => {
  test("is read once more when it runs", async () => {
    const dcs = scripted({ [READ]: [served({ ip: null }), served()] });
    expect(await within(2_000, waitUntilServing(dcs, wait))).toMatchObject({ ip: "192.168.10.21" });
  });

  test.each([
    ["ERROR", "dcs.04.0002", /ended as ERROR: Redis could not be deployed/],
    ["FROZEN", null, /ended as FROZEN: start it in the DCS console/],
  ])("ends with the service's reason as %s", async (status, error_code, reason) => {
    const dcs = scripted({ [READ]: [served({ status, error_code })] });
    await expect(within(2_000, waitUntilServing(dcs, wait))).rejects.toThrow(reason);
  });

  test("may be invisible for a moment", async () => {
    const dcs = scripted({ [READ]: [notFound(), notFound(), served()] });
    expect(await within(5_000, waitUntilServing(dcs, wait))).toMatchObject({ status: "RUNNING" });
  });

  test("may be invisible for two minutes after the order", async () => {
    const dcs = scripted({ [READ]: [...Array(40).fill(notFound()), served()] });
    expect(await within(120_000, waitUntilServing(dcs, wait))).toMatchObject({ status: "RUNNING" });
  });

  test("is gone soon when it was seen before", async () => {
    const dcs = scripted({ [READ]: [served({ status: "CREATING" }), notFound()] });
    await expect(within(20_000, waitUntilServing(dcs, wait))).rejects.toThrow(/does not exist any more/);
  });

  test("is gone when it stays invisible", async () => {
    const dcs = scripted({ [READ]: [notFound()] });
    await expect(within(130_000, waitUntilServing(dcs, wait))).rejects.toThrow(
      /does not exist any more: run `pulumi refresh`/,
    );
  });
});
