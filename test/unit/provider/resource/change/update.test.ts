import { asValues } from "../../../../../provider/dcs-instance/values/as-values";
import type { InstanceOutputs } from "../../../../../provider/dcs-instance/values/types";
import { busy, notFound, refused } from "../../../support/answers";
import { PUT, READ } from "../../../support/calls";
import { current, ID, served } from "../../../support/inputs";
import { update } from "../../../support/kit";
import { scripted } from "../../../support/scripted";
import { tellTimeOurselves, within } from "../../../support/time";

const state = { ...current(), status: "RUNNING" } as InstanceOutputs;
const before = { declared: new Set(Object.keys(current())), values: asValues(state) };
const described = current({ description: "carts" });

tellTimeOurselves();

describe("Updating a cache", () => {
  test("sends just what changed and reads it back", async () => {
    const dcs = scripted({ [READ]: [served(), served({ description: "carts" })], [PUT]: [undefined] });
    expect(await update(dcs, ID, state, described, before)).toMatchObject({
      description: "carts",
      status: "RUNNING",
    });
    expect(dcs.changes).toEqual([[PUT, { description: "carts" }]]);
  });

  test("without a change goes on waiting for one whose creation was interrupted, and sends nothing", async () => {
    const dcs = scripted({ [READ]: [served({ status: "CREATING" }), served({ status: "CREATING" }), served()] });
    expect(await within(10_000, update(dcs, ID, state, current(), before))).toMatchObject({ status: "RUNNING" });
    expect(dcs.changes).toEqual([]);
  });

  test("that is busy is tried again", async () => {
    const dcs = scripted({
      [READ]: [served(), served(), served({ description: "carts" })],
      [PUT]: [busy(), undefined],
    });
    await within(10_000, update(dcs, ID, state, described, before));
    expect(dcs.changes).toHaveLength(2);
  });

  test("that is refused leaves the state as it was and says why", async () => {
    const dcs = scripted({ [READ]: [served()], [PUT]: [refused("The name is invalid.")] });
    await expect(update(dcs, ID, state, described, before)).rejects.toMatchObject({
      id: ID,
      properties: state,
      message: expect.stringMatching(/was not updated: .*The name is invalid/),
    });
  });

  test("that does not exist any more says what to do", async () => {
    const dcs = scripted({ [READ]: [notFound()] });
    await expect(update(dcs, ID, state, described, before)).rejects.toThrow(
      /does not exist any more: run `pulumi refresh`/,
    );
  });
});
