import { ApiError } from "../../../provider/http/errors/api-error";
import { Interrupted, interruptible } from "../../../provider/http/retry/interruption";
import { Pace } from "../../../provider/http/retry/pace";
import { pause } from "../../../provider/http/retry/pause";
import { Run } from "../../../provider/process/run";
import { waitUntil } from "../../../provider/resource/wait/waiter";

const LONG = 60_000;

/** Starts work within a run that can be cancelled. */
function cancellable<T>(work: () => Promise<T>): { readonly done: Promise<T>; cancel(): void } {
  const control = new AbortController();
  const done = interruptible(control.signal, work);
  done.catch(() => {});
  return { done, cancel: () => control.abort() };
}

describe("a run that is cancelled", () => {
  test("ends its pauses, and a later pause at once", async () => {
    const { done, cancel } = cancellable(async () => {
      await pause(LONG).catch(() => {});
      await pause(LONG);
    });
    cancel();
    await expect(done).rejects.toThrow(Interrupted);
  });

  test("ends its waits, and leaves alone those of another run", async () => {
    const seen = { id: "1", status: "CREATING" };
    const calls = { read: async () => seen, sightingOf: () => seen, isNotFound: () => false, isBusy: () => false };
    const service = {};
    const run = new Run({ get: () => undefined });
    let isDone = false;
    const wait = (timeout: number) => ({
      id: "1",
      label: "cache",
      what: "to be running" as const,
      timeout,
      arrived: () => isDone,
    });
    const first = cancellable(() => waitUntil(run, calls, service, wait(LONG)));
    const second = cancellable(() => waitUntil(run, calls, service, wait(LONG)));
    first.cancel();
    await expect(first.done).rejects.toThrow(Interrupted);
    isDone = true;
    await expect(second.done).resolves.toBeUndefined();
  });

  test("frees the places of the calls that rested, so that others can be made", async () => {
    let isCancelled = true;
    const pace = new Pace(async () => {
      if (isCancelled) throw new Interrupted();
    });
    const throttled = { kind: "http", method: "POST", path: "/instances", purpose: "test", status: 429 } as const;
    const refused = new ApiError({ ...throttled, notExecuted: true });
    await expect(pace.keep(() => Promise.reject(refused))).rejects.toThrow(refused);
    for (let call = 0; call < 60; call++) await expect(pace.keep(async () => call)).rejects.toThrow(Interrupted);
    isCancelled = false;
    expect(await pace.keep(async () => "made")).toBe("made");
  });
});
