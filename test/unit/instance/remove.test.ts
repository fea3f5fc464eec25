import { remove } from "../../../provider/instance/remove";
import { ID, served } from "./support/inputs";
import { busy, lostAnswer, notFound, refused, scripted } from "./support/scripted";
import { within } from "./support/time";

const READ = `GET /instances/${ID}` as const;
const DELETE = `DELETE /instances/${ID}` as const;
const MINUTES = 60_000;

const deleting = served({ status: "DELETING" });

beforeEach(() => {
  jest.useFakeTimers();
  jest.spyOn(console, "log").mockImplementation(() => {});
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe("Deleting a cache", () => {
  test("lasts until the service does not know it any more, even while it still calls it running", async () => {
    const dcs = scripted({ [DELETE]: [undefined], [READ]: [served(), deleting, notFound()] });
    await within(10_000, remove(dcs, ID, "sessions", MINUTES));
    expect(dcs.calls).toEqual([DELETE, READ, READ, READ]);
  });

  test("that is gone already is a success at once", async () => {
    const dcs = scripted({ [DELETE]: [notFound()] });
    await within(0, remove(dcs, ID, "sessions", MINUTES));
    expect(dcs.calls).toEqual([DELETE]);
  });

  test("that is busy waits until it is free and orders again", async () => {
    const extending = served({ status: "EXTENDING" });
    const dcs = scripted({ [DELETE]: [busy(), undefined], [READ]: [extending, served(), deleting, notFound()] });
    await within(20_000, remove(dcs, ID, "sessions", MINUTES));
    expect(dcs.changes).toHaveLength(2);
  });

  test("whose answer was lost waits for its absence", async () => {
    const dcs = scripted({ [DELETE]: [lostAnswer("DELETE")], [READ]: [deleting, notFound()] });
    await within(10_000, remove(dcs, ID, "sessions", MINUTES));
    expect(dcs.changes).toHaveLength(1);
  });

  test("that is refused says so at once", async () => {
    const dcs = scripted({ [DELETE]: [refused("No permission.")] });
    await expect(within(0, remove(dcs, ID, "sessions", MINUTES))).rejects.toThrow(/No permission/);
  });

  test("that takes too long tells the status last seen", async () => {
    const dcs = scripted({ [DELETE]: [undefined], [READ]: [deleting] });
    await expect(within(2 * MINUTES, remove(dcs, ID, "sessions", MINUTES))).rejects.toThrow(
      /took longer than 60 s to be deleted; last seen: DELETING/,
    );
  });
});
