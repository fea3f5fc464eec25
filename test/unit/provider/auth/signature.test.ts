import { createHash } from "node:crypto";
import fc from "fast-check";
import { expectedSignature } from "../../../../emulator/iam/caller/signature";
import { canonicalHeaders } from "../../../../provider/auth/signature/canonical/canonical-headers";
import { canonicalPath } from "../../../../provider/auth/signature/canonical/canonical-path";
import { canonicalQuery } from "../../../../provider/auth/signature/canonical/canonical-query";
import { canonicalRequest } from "../../../../provider/auth/signature/canonical/canonical-request";
import { payloadHash, sha256 } from "../../../../provider/auth/signature/canonical/payload-hash";
import { queryPayload } from "../../../../provider/auth/signature/canonical/query-payload";
import { stampOf } from "../../../../provider/auth/signature/scope";
import { sign } from "../../../../provider/auth/signature/sign";
import { signingKey } from "../../../../provider/auth/signature/signing-key";
import { stringToSign } from "../../../../provider/auth/signature/string-to-sign";
import { DATE, KEYS, VECTORS } from "./vectors";

const NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const SCOPE = { stamp: "20240115T083000Z", region: "", service: "" };

describe("a request is signed as the reference signs it:", () => {
  test.each(VECTORS)("$name", ({ request, region, service, canonical, canonicalHash, signedHeaders, signature }) => {
    const headers = { ...request.headers, host: new URL(request.url).host, "x-sdk-date": SCOPE.stamp };
    const text = canonicalRequest({ ...request, headers });
    if (canonical !== undefined) expect(text).toBe(canonical);
    expect(sha256(text)).toBe(canonicalHash);
    expect(sign(request, KEYS, { date: DATE, region, service })).toEqual({
      "X-Sdk-Date": SCOPE.stamp,
      Authorization: `SDK-HMAC-SHA256 Credential=${KEYS.accessKey}/20240115/${region ?? ""}/${service ?? ""}/sdk_request, SignedHeaders=${signedHeaders}, Signature=${signature}`,
    });
  });
});

test("the signing key is made of the secret key, the day, the region and the service", () => {
  expect(signingKey(KEYS.secretKey, SCOPE).toString("hex")).toBe(
    "ea663a11ad75b1e955e8bdc09f0f8909bdeced6abcc9803510b05a947ce88c53",
  );
  expect(signingKey(KEYS.secretKey, { ...SCOPE, region: "eu-de", service: "dcs" }).toString("hex")).toBe(
    "206c06099b52fc59a804a42d1516172bbd3df0a138980e510a516461945d178e",
  );
});

test("the string to sign names algorithm, date, scope and the hash of the request", () => {
  expect(stringToSign(SCOPE, "")).toBe(`SDK-HMAC-SHA256\n20240115T083000Z\n20240115///sdk_request\n${NOTHING}`);
});

describe("a path is signed encoded anew and closed by a slash:", () => {
  test.each([
    ["", "/"],
    ["/", "/"],
    ["/v1.0/instances", "/v1.0/instances/"],
    ["/v1.0/instances/", "/v1.0/instances/"],
    ["instances", "/instances/"],
    ["/a b", "/a%20b/"],
    ["/a%20b", "/a%20b/"],
    ["/a+b", "/a%2Bb/"],
    ["/a%2Fb", "/a/b/"],
    ["/-_.~", "/-_.~/"],
    ["/!'()*", "/%21%27%28%29%2A/"],
    ["/:@&=$,;", "/%3A%40%26%3D%24%2C%3B/"],
    ["/%c3%bc", "/%C3%BC/"],
    ["/ü", "/%C3%BC/"],
    ["/%F0%9F%90%B3", "/%F0%9F%90%B3/"],
    ["/%ff", "/%FF/"],
    ["/100%", "/100%25/"],
    ["//a//b", "//a//b/"],
  ])("%j as %j", (path, canonical) => {
    expect(canonicalPath(path)).toBe(canonical);
  });
});

describe("a query is signed sorted and encoded, of a repeated key the first value:", () => {
  test.each([
    ["", ""],
    ["?", ""],
    ["?b=2&a=1", "a=1&b=2"],
    ["?B=2&a=1&C=3", "a=1&B=2&C=3"],
    ["?a=2&A=1", "A=1&a=2"],
    ["?a=2&a=1", "a=2"],
    ["?a=&a=1", "a="],
    ["?a", "a="],
    ["?a=", "a="],
    ["?a&b", "a=&b="],
    ["?=1", "=1"],
    ["?&a=1&&b=2&", "a=1&b=2"],
    ["?a=b=c", "a=b%3Dc"],
    ["?a=x%20y", "a=x%20y"],
    ["?a=x+y", "a=x%20y"],
    ["?a=x%2By", "a=x%2By"],
    ["?path=/a/b", "path=%2Fa%2Fb"],
    ["?a=*~!'()", "a=%2A~%21%27%28%29"],
    ["?n%C3%A4me=Stra%C3%9Fe", "n%C3%A4me=Stra%C3%9Fe"],
    ["?a=1%262", "a=1%262"],
    ["?a=%e2%82%ac", "a=%E2%82%AC"],
  ])("%j as %j", (query, canonical) => {
    expect(canonicalQuery(query)).toBe(canonical);
  });
});

describe("a POST without a body signs its query as payload, spaces as plus and every value:", () => {
  test.each([
    ["", ""],
    ["?b=2&a=x%20y", "a=x+y&b=2"],
    ["?a=2&a=1", "a=2&a=1"],
    ["?b&a", "a=&b="],
    ["?B=2&a=1", "B=2&a=1"],
    ["?a=1%2B1", "a=1%2B1"],
    ["?{=1&z=2", "z=2&%7B=1"],
  ])("%j as %j", (query, payload) => {
    expect(queryPayload(query)).toBe(payload);
    const request = { method: "POST", url: `https://dcs.test/x${query}`, headers: {} };
    expect(canonicalRequest(request).split("\n")).toEqual(["POST", "/x/", "", "", "", sha256(payload)]);
  });

  test("an empty body is a body, and leaves the query where it is", () => {
    const request = { method: "POST", url: "https://dcs.test/x?a=1", body: "", headers: {} };
    expect(canonicalRequest(request).split("\n")).toEqual(["POST", "/x/", "a=1", "", "", NOTHING]);
  });

  test.each(["GET", "PUT", "DELETE"])("a %s without a body does not", (method) => {
    const request = { method, url: "https://dcs.test/x?a=1", headers: {} };
    expect(canonicalRequest(request).split("\n")).toEqual([method, "/x/", "a=1", "", "", NOTHING]);
  });
});

test("headers are signed in lower case, sorted by name, white space narrowed and ends kept", () => {
  expect(
    canonicalHeaders({ "X-Note": " a \t b\n c  ", Host: "dcs.test:8443", "content-Type": "application/json" }),
  ).toEqual({
    lines: "content-type:application/json\nhost:dcs.test:8443\nx-note: a b c \n",
    names: "content-type;host;x-note",
  });
});

describe("a body is signed by the hash of its bytes:", () => {
  test.each([
    ["", NOTHING],
    ['{"new_capacity":4}', "5ef6bed1dd107252ddd87770e55621af2bbc7670ec4b51438f75c327a7be824b"],
    ["Grüße 🐳", createHash("sha256").update(Buffer.from("4772c3bcc39f6520f09f90b3", "hex")).digest("hex")],
  ])("%j", (body, hash) => {
    expect(payloadHash(body, {})).toBe(hash);
  });

  test("a request may bring the hash itself", () => {
    expect(payloadHash("anything", { "X-Sdk-Content-Sha256": "UNSIGNED" })).toBe("UNSIGNED");
  });
});

test("the date is in UTC and to the second", () => {
  expect(stampOf(new Date("2024-01-15T09:30:59.999+01:00"))).toBe("20240115T083059Z");
});

test("without a date a request is signed as of now", () => {
  const before = stampOf(new Date());
  const { "X-Sdk-Date": stamp } = sign({ method: "GET", url: "https://dcs.test/", headers: {} }, KEYS);
  expect([before, stampOf(new Date())]).toContain(stamp);
});

test("spaces around the keys, as copying leaves them, are ignored", () => {
  const request = { method: "GET", url: "https://dcs.test/", headers: {} };
  const pasted = { accessKey: ` ${KEYS.accessKey}\n`, secretKey: `\t${KEYS.secretKey} ` };
  expect(sign(request, pasted, { date: DATE })).toEqual(sign(request, KEYS, { date: DATE }));
});

test("signing changes nothing of the request", () => {
  const request = Object.freeze({
    method: "POST",
    url: "https://dcs.test/x?b=1&a=2",
    body: "{}",
    headers: Object.freeze({ "Content-Type": "application/json" }),
  });
  const copy = structuredClone(request);
  sign(request, KEYS, { date: DATE });
  expect(request).toEqual(copy);
});

test("whatever is in path, query and body, a service that works the signature out by itself comes to the same", () => {
  const word = fc.string({ unit: "grapheme", maxLength: 12 });
  const pair = fc.tuple(word, word);
  // To a service an empty body is none, and JSON is never empty.
  const json = word.map((text) => JSON.stringify(text));
  fc.assert(
    fc.property(fc.array(word), fc.array(pair), fc.option(json, { nil: undefined }), (path, pairs, body) => {
      const url = new URL("https://dcs.test:8443");
      url.pathname = ["x", ...path.map(encodeURIComponent)].join("/");
      url.search = pairs.map((texts) => texts.map(encodeURIComponent).join("=")).join("&");
      const method = body === undefined ? "GET" : "POST";
      const signed = sign({ method, url: url.href, body, headers: {} }, KEYS, { date: DATE });
      const request = {
        method,
        path: url.pathname,
        query: url.searchParams,
        headers: { host: url.host, "x-sdk-date": SCOPE.stamp },
        raw: Buffer.from(body ?? ""),
      };
      const signature = expectedSignature(request, {
        ...SCOPE,
        secretKey: KEYS.secretKey,
        day: "20240115",
        signedHeaders: ["host", "x-sdk-date"],
      });
      expect(signed.Authorization).toMatch(new RegExp(`Signature=${signature}$`));
    }),
  );
});
