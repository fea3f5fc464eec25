import { ApiError } from "../../../../../provider/http/errors/api-error";
import { Pace } from "../../../../../provider/http/retry/pace";

const throttled = () =>
  new ApiError({ kind: "http", method: "POST", path: "/instances", purpose: "test", status: 429, notExecuted: true });

/** Calls that end when they are told to, and how many were under way at most. */
class Calls {
  underWay = 0;
  most = 0;
  readonly #ends: Array<(failure?: Error) => void> = [];

  readonly make = () =>
    new Promise<void>((done, failed) => {
      this.underWay++;
      this.most = Math.max(this.most, this.underWay);
      this.#ends.push((failure) => {
        this.underWay--;
        if (failure) failed(failure);
        else done();
      });
    });

  end(failure?: Error): void {
    this.#ends.shift()?.(failure);
  }
}

const settled = () => new Promise((wake) => setImmediate(wake));

describe("Modifying calls", () => {
  test("are at most 50 at once, and the others follow as these end", async () => {
    const [pace, calls] = [new Pace(), new Calls()];
    const all = Array.from({ length: 120 }, () => pace.keep(calls.make));
    for (let ended = 0; ended < 120; ended++) {
      await settled();
      expect(calls.underWay).toBeLessThanOrEqual(50);
      calls.end();
    }
    await Promise.all(all);
    expect(calls.most).toBe(50);
  });

  test("slow down together when one is throttled, after a common rest, and speed up again", async () => {
    const rests: number[] = [];
    const pace = new Pace(async (ms) => {
      rests.push(ms);
    });
    const calls = new Calls();
    const refused = pace.keep(calls.make);
    await settled();
    calls.end(throttled());
    await expect(refused).rejects.toThrow();
    const all = Array.from({ length: 60 }, () => pace.keep(calls.make));
    await settled();
    expect(calls.underWay).toBe(25);
    expect(rests.length).toBeGreaterThanOrEqual(25);
    for (let ended = 0; ended < 30; ended++) {
      calls.end();
      await settled();
    }
    expect(calls.underWay).toBeGreaterThan(25);
    while (calls.underWay > 0) {
      calls.end();
      await settled();
    }
    await Promise.all(all);
  });

  test("slow down once for several answers to calls that were under way together", async () => {
    const [pace, calls] = [new Pace(async () => {}), new Calls()];
    const refused = [1, 2, 3].map(() => pace.keep(calls.make).catch(() => undefined));
    await settled();
    for (const _ of refused) calls.end(throttled());
    await Promise.all(refused);
    const all = Array.from({ length: 60 }, () => pace.keep(calls.make));
    await settled();
    expect(calls.underWay).toBe(25);
    while (calls.underWay > 0) {
      calls.end();
      await settled();
    }
    await Promise.all(all);
  });
});
