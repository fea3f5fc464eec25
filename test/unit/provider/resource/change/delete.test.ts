import { busy, listed, lostAnswer, none, notFound, refused, throttled, wordless404 } from "../../../support/answers";
import { DELETE, LIST, READ, READ_OTHER } from "../../../support/calls";
import { current, ID, OTHER, served } from "../../../support/inputs";
import { create, remove } from "../../../support/kit";
import { scripted } from "../../../support/scripted";
import { tellTimeOurselves, within } from "../../../support/time";

const MINUTES = 60_000;

const deleting = served({ status: "DELETING" });

tellTimeOurselves();

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

  test("that takes too long names the status last seen", async () => {
    const dcs = scripted({ [DELETE]: [undefined], [READ]: [deleting] });
    await expect(within(2 * MINUTES, remove(dcs, ID, "sessions", MINUTES))).rejects.toThrow(
      /still deleting after 60 s \(the time limit\); status DELETING/,
    );
  });

  test.each(["CREATING", "EXTENDING", "RESTARTING", "RESTORING", "UPGRADING", "FREEZING"])(
    "waits for one that is %s, and deletes it then",
    async (status) => {
      const passing = served({ status });
      const dcs = scripted({
        [DELETE]: [busy(), undefined],
        [READ]: [passing, passing, passing, served(), deleting, notFound()],
      });
      await within(30_000, remove(dcs, ID, "sessions", 5 * MINUTES));
      expect(dcs.changes).toHaveLength(2);
    },
  );

  test.each(["ERROR", "CREATEFAILED", "CLOSED", "FROZEN"])("deletes a cache that is %s at once", async (status) => {
    const dcs = scripted({ [DELETE]: [undefined], [READ]: [served({ status }), notFound()] });
    await within(5_000, remove(dcs, ID, "sessions", MINUTES));
    expect(dcs.changes).toHaveLength(1);
  });

  test("joins a deletion that goes on already, whatever the service answers to a second order", async () => {
    const dcs = scripted({ [DELETE]: [refused("It is being deleted.")], [READ]: [deleting, deleting, notFound()] });
    await within(10_000, remove(dcs, ID, "sessions", MINUTES));
    expect(dcs.changes).toHaveLength(1);
  });

  test("whose answer was lost before anything happened orders again", async () => {
    const dcs = scripted({
      [DELETE]: [lostAnswer("DELETE"), undefined],
      [READ]: [...Array(20).fill(served()), deleting, notFound()],
    });
    await within(60_000, remove(dcs, ID, "sessions", 5 * MINUTES));
    expect(dcs.changes).toHaveLength(2);
  });

  test("whose answers are lost again and again ends with the last failure long before its limit", async () => {
    const dcs = scripted({ [DELETE]: [lostAnswer("DELETE", { kind: "http", status: 500 })], [READ]: [served()] });
    await expect(within(10 * MINUTES, remove(dcs, ID, "sessions", 30 * MINUTES))).rejects.toThrow(/HTTP 500/);
    expect(dcs.changes.length).toBeLessThan(15);
  });

  test("goes on when the network fails between two tries", async () => {
    const away = lostAnswer("DELETE", { notExecuted: true, unreachable: true });
    const dcs = scripted({
      [DELETE]: [busy(), away, undefined],
      [READ]: [...Array(20).fill(served()), deleting, notFound()],
    });
    await within(2 * MINUTES, remove(dcs, ID, "sessions", 5 * MINUTES));
    expect(dcs.changes).toHaveLength(3);
  });

  test("that cannot reach the service at first says so within seconds", async () => {
    const away = lostAnswer("DELETE", {
      notExecuted: true,
      unreachable: true,
      serviceMessage: "the connection is refused",
    });
    const dcs = scripted({ [DELETE]: [away], [READ]: [away] });
    await expect(within(0, remove(dcs, ID, "sessions", 5 * MINUTES))).rejects.toThrow(/the connection is refused/);
  });

  test("that the service accepted but did not start orders again", async () => {
    let looks = 0;
    const dcs = scripted({ [DELETE]: [undefined], [READ]: [served()] });
    const forgetful = {
      ...dcs,
      request: async <T>(request: Parameters<typeof dcs.request>[0]) => {
        if (request.method === "GET" && dcs.changes.length === 2 && ++looks > 1) throw notFound();
        return dcs.request<T>(request);
      },
    };
    await within(5 * MINUTES, remove(forgetful, ID, "sessions", 30 * MINUTES));
    expect(dcs.changes).toHaveLength(2);
  });

  test("of a cache in an unknown status is tried again every minute", async () => {
    const odd = served({ status: "HIBERNATING" });
    const dcs = scripted({ [DELETE]: [busy(), busy(), undefined], [READ]: [odd] });
    await expect(within(6 * MINUTES, remove(dcs, ID, "sessions", 5 * MINUTES))).rejects.toThrow(
      /still deleting after 5 min \(the time limit\); status HIBERNATING/,
    );
    expect(dcs.changes).toHaveLength(3);
  });

  test("of a cache that stays busy is tried less and less often, and ends with the service's last answer", async () => {
    const dcs = scripted({ [DELETE]: [busy()], [READ]: [served({ status: "FROZEN" })] });
    await expect(within(11 * MINUTES, remove(dcs, ID, "sessions", 10 * MINUTES))).rejects.toThrow(
      /still too busy to be deleted after 10 min.*; status FROZEN\. The order to delete it was answered: .*DCS\.4026/,
    );
    expect(dcs.changes.length).toBeLessThan(60);
  });

  test.each([
    ["at the order", { [DELETE]: [wordless404()], [READ]: [wordless404()] }],
    ["at the wait", { [DELETE]: [undefined], [READ]: [wordless404()], [LIST]: [wordless404()] }],
  ] as const)("does not take a 404 of something that is not the service for its absence, %s", async (_when, script) => {
    const dcs = scripted(script);
    await expect(within(MINUTES, remove(dcs, ID, "sessions", MINUTES))).rejects.toThrow(/HTTP 404/);
  });

  test("takes a 404 without a code as gone when the list agrees", async () => {
    const dcs = scripted({
      [DELETE]: [undefined],
      [READ]: [wordless404()],
      [LIST]: [none],
    });
    await within(5_000, remove(dcs, ID, "sessions", MINUTES));
    expect(dcs.changes).toHaveLength(1);
  });

  test("takes a refused order as done when neither a read nor the list knows the instance", async () => {
    const dcs = scripted({
      [DELETE]: [wordless404()],
      [READ]: [wordless404()],
      [LIST]: [none],
    });
    await within(0, remove(dcs, ID, "sessions", MINUTES));
    expect(dcs.changes).toHaveLength(1);
  });

  test("that is throttled beyond its limit says so", async () => {
    const dcs = scripted({ [DELETE]: [throttled(60_000)] });
    await expect(within(0, remove(dcs, ID, "sessions", MINUTES))).rejects.toThrow(/HTTP 429/);
  });

  test("leaves an instance alone that another resource of this run took over", async () => {
    const dcs = scripted({
      [LIST]: [listed({ instance_id: OTHER })],
      [READ_OTHER]: [served({ instance_id: OTHER })],
    });
    await within(5_000, create(dcs, current(), { onNameConflict: "adopt" }));
    await within(0, remove(dcs, OTHER, "sessions", MINUTES));
    expect(dcs.changes).toEqual([]);
  });
});
