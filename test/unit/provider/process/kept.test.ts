import { Kept } from "../../../../provider/process/kept";

/** A call that fails as often as told and then answers how often it was made. */
function call(failures: number) {
  let made = 0;
  const kept = new Kept(async () => {
    made += 1;
    if (made <= failures) throw new Error(`failure ${made}`);
    return made;
  });
  return { kept, made: () => made };
}

test("All who ask get one answer", async () => {
  const { kept, made } = call(0);
  expect(await Promise.all([kept.get(), kept.get()])).toEqual([1, 1]);
  expect(await kept.get()).toBe(1);
  expect(made()).toBe(1);
});

test("After a failure the next one asks again", async () => {
  const { kept } = call(1);
  await expect(kept.get()).rejects.toThrow("failure 1");
  expect(await kept.get()).toBe(2);
});

test("Who is content with a failure gets the same one, and makes no call", async () => {
  const { kept, made } = call(1);
  await expect(kept.get(1000)).rejects.toThrow("failure 1");
  await expect(kept.get(1000)).rejects.toThrow("failure 1");
  expect(made()).toBe(1);
});

test("An answer that came after a failure counts for everybody", async () => {
  const { kept } = call(1);
  await expect(kept.get()).rejects.toThrow();
  await kept.get();
  expect(await kept.get(Number.POSITIVE_INFINITY)).toBe(2);
});
