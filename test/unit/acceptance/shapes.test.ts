import { type Emulator, startEmulator } from "../../../emulator";
import { differences, inWords } from "../../acceptance/compare/differences";
import { callOf } from "../../acceptance/record/calls";
import type { Answers } from "../../acceptance/record/recording";
import { alteringProxy, type Passing } from "./altering-proxy";
import { PASSWORD, recordedCalls } from "./some-calls";

const leadTo = (dcs: Emulator, url: string): Record<string, string> => ({ ...dcs.env, OS_AUTH_URL: `${url}/v3` });

/** Every text and every number in what passed, however deep. */
function valuesIn(value: unknown): Array<string | number> {
  if (typeof value === "string" || typeof value === "number") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(valuesIn) : [];
}

function keysIn(value: unknown): string[] {
  if (value === null || typeof value !== "object") return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap(keysIn)];
}

/** Plays the calls past a proxy that alters answers. */
async function recordedPast(
  alter: (answer: Passing) => void,
): Promise<{ calls: readonly Answers[]; passed: unknown[] }> {
  const dcs = await startEmulator({ redis: false, createMs: 60_000 });
  const { id } = await dcs.foreign({ name: "there-before" });
  const proxy = await alteringProxy(dcs.url, alter);
  try {
    return { calls: await recordedCalls(leadTo(dcs, proxy.url), id), passed: proxy.passed };
  } finally {
    await proxy.close();
    await dcs.close();
  }
}

const untouched = () => {};

function altered(answer: Passing): void {
  if (/^POST .*\/instances$/.test(answer.call)) answer.status = 202;
  if (/^GET .*\/instances\/[0-9a-f-]{36}$/.test(answer.call)) {
    const { port, max_memory: _, ...rest } = answer.body;
    answer.body = { ...rest, port: String(port), replicas_of_the_future: [{ zone: "eu-de-09" }] };
  }
  if (/^GET .*\/quota/.test(answer.call)) for (const each of answer.body.quotas.resources) each.quota = null;
}

describe("a recording of an account", () => {
  test("compared with the local DCS it lists every altered answer, and nothing else", async () => {
    const [cloud, local] = [await recordedPast(altered), await recordedPast(untouched)];
    expect(differences(cloud, local).map(inWords)).toEqual([
      "extra key: GET /v1.0/{}/instances/{} at max_memory: the cloud absent, the local DCS number",
      "type: GET /v1.0/{}/instances/{} at port: the cloud number as text, the local DCS number",
      "missing key: GET /v1.0/{}/instances/{} at replicas_of_the_future: the cloud list, the local DCS absent",
      "type: GET /v1.0/{}/quota at quotas.resources[].quota: the cloud null, the local DCS number",
      "status: POST /v1.0/{}/instances: the cloud 202, the local DCS 200",
    ]);
  });

  test("of the local DCS itself differs in nothing", async () => {
    const [one, other] = [await recordedPast(untouched), await recordedPast(untouched)];
    expect(one.calls.length).toBeGreaterThan(7);
    expect(differences(one, other)).toEqual([]);
  });

  test("holds no value, no id and no secret of what passed", async () => {
    const { calls, passed } = await recordedPast(untouched);
    const text = JSON.stringify(calls);
    const keys = [...new Set(keysIn(passed))].join(" ");
    const texts = valuesIn(passed).filter((value): value is string => typeof value === "string" && value.length > 3);
    expect(texts).toEqual(expect.arrayContaining([PASSWORD, "kept-private", "of-nobody-else", "privately-renamed"]));
    expect(texts.filter((value) => !keys.includes(value) && text.includes(value))).toEqual([]);
    const bodies = JSON.stringify(calls.map(({ body }) => Object.values(body)));
    expect(bodies).not.toMatch(/\d/);
  });
});

describe("a call is written down without what is particular about it", () => {
  test.each([
    ["/v1.0/10ca110ca110ca110ca110ca110ca110/instances?limit=9&start=1", "GET /v1.0/{}/instances?limit&start"],
    ["/v2/p/instances/8d2f3b1c/backups/monday", "GET /v2/{}/instances/{}/backups/{}"],
    ["https://iam.example/v3/auth/tokens", "GET /v3/auth/tokens"],
    ["https://files.example/obs/bucket/dump.rdb?Signature=abc", "GET a file"],
  ])("%s", (target, call) => {
    expect(callOf("GET", target)).toBe(call);
  });
});
