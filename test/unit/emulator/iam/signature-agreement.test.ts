import fc from "fast-check";
import { sign } from "../../../../provider/auth/signature/sign";
import { type Client, project, started } from "../support/credentials";

let client: Client;
beforeAll(async () => {
  client = await started({ redis: false });
});
afterAll(() => client.emulator.close());

const text = fc.string({ unit: "grapheme", maxLength: 12 });
const odd = fc.constantFrom("a b", "a+b", "a/b", "é", "100%", "~._-", "!'()*", "a=b&c", "", "ß?#", "%2F", "日本");
const piece = fc.oneof(odd, text);
const query = fc.array(fc.tuple(fc.oneof(fc.constantFrom("name", "Name", "limit", "a"), piece), piece), {
  maxLength: 4,
});
const request = fc.record({
  method: fc.constantFrom("GET", "POST", "PUT", "DELETE"),
  segment: piece,
  query,
  body: fc.option(fc.json(), { nil: undefined }),
});

test("What the provider signs the service accepts, whatever stands in path, query and body", async () => {
  const { OS_ACCESS_KEY: accessKey = "", OS_SECRET_KEY: secretKey = "" } = client.emulator.signIn.keys;
  const sample = fc.sample(request, { seed: 20_261_124, numRuns: 300 });
  const refused: unknown[] = [];
  for (const { method, segment, query: pairs, body } of sample) {
    const search = pairs.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
    const path = `/v1.0/${project.local}/instances/x${encodeURIComponent(segment)}${method === "POST" ? "/extend" : ""}`;
    const url = `${client.emulator.url}${path}${search === "" ? "" : `?${search}`}`;
    const sent = method === "GET" ? undefined : body;
    const headers = { "content-type": "application/json; charset=  utf-8", "x-project-id": project.local };
    const proof = sign({ method, url, body: sent, headers }, { accessKey, secretKey });
    const answer = await fetch(url, { method, body: sent, headers: { ...headers, ...proof } });
    const { error } = (await answer.json()) as { error?: { code?: string } };
    // The service goes on to look at the request, and at the id or the body nothing is right.
    if (!/^111400/.test(error?.code ?? "")) refused.push({ method, url, body: sent, status: answer.status });
  }
  expect(refused).toEqual([]);
}, 30_000);
