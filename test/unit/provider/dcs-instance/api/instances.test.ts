import { createInstance, listInstances, readInstance } from "../../../../../provider/dcs-instance/api/instances";
import type { CreateInstanceRequest } from "../../../../../provider/dcs-instance/api/types";
import { LIST, POST, READ } from "../../../support/calls";
import { ID, served } from "../../../support/inputs";
import { scripted } from "../../../support/scripted";

const page = (from: number, count: number, total: number) => ({
  instances: [...Array(count).keys()].map((at) => served({ instance_id: `id-${from + at}` })),
  instance_num: total,
});

describe("A list of instances", () => {
  test("is read page by page", async () => {
    const dcs = scripted({ [LIST]: [page(0, 1000, 1500), page(1000, 500, 1500)] });
    expect(await listInstances(dcs)).toHaveLength(1500);
    expect(dcs.calls).toHaveLength(2);
  });

  test("ends when a service that does not page repeats itself", async () => {
    const dcs = scripted({ [LIST]: [page(0, 3, 5)] });
    expect(await listInstances(dcs)).toHaveLength(3);
  });

  test("may be written as null when there is none", async () => {
    expect(await listInstances(scripted({ [LIST]: [{ instances: null, instance_num: 0 }] }))).toEqual([]);
  });

  test.each([
    ["an empty answer", undefined],
    ["another object", { message: "ok" }],
    ["a list alone", []],
    ["null with a count", { instances: null, instance_num: 3 }],
  ])("is never taken from %s: a name that seems free could be taken", async (_what, answer) => {
    await expect(listInstances(scripted({ [LIST]: [answer] }))).rejects.toThrow(/the answer is no list of instances/);
  });
});

test("an answer without a status describes no instance", async () => {
  const dcs = scripted({ [READ]: [{ message: "ok" }] });
  await expect(readInstance(dcs, ID)).rejects.toThrow(/the answer does not describe an instance/);
});

test.each([
  [{ instance_id: ID }, ID],
  [{ instances: [{ instance_id: ID }] }, ID],
  [{ instance_id: "" }, undefined],
  [{ instance_id: 5 }, undefined],
  [{ instances: null }, undefined],
  [[], undefined],
  [undefined, undefined],
])("of the answer %j to an order the id is %p", async (answer, id) => {
  const body = { name: "sessions" } as CreateInstanceRequest;
  expect(await createInstance(scripted({ [POST]: [answer] }), body)).toBe(id);
});
