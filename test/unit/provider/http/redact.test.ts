import fc from "fast-check";
import { ApiError } from "../../../../provider/http/errors/api-error";
import { parseErrorBody } from "../../../../provider/http/errors/error-body";
import { redact, rememberSecret, rememberSecretsIn } from "../../../../provider/http/secrets/redact";

const SECRET = `Qu"e\\r ty+/?&%1`;

const shapes: ReadonlyArray<readonly [string, (secret: string) => string]> = [
  ["plain", (secret) => secret],
  ["JSON-escaped", (secret) => JSON.stringify({ a: secret })],
  ["twice JSON-escaped", (secret) => JSON.stringify(JSON.stringify({ a: secret }))],
  [
    "JSON-escaped as Go writes it",
    (secret) => JSON.stringify(secret).replace(/[<>&]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`),
  ],
  ["JSON-escaped with slashes", (secret) => JSON.stringify(secret).replace(/\//g, "\\/")],
  ["URL-encoded", encodeURIComponent],
  [
    "URL-encoded in small letters",
    (secret) => encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
  ],
  ["URL-encoded twice", (secret) => encodeURIComponent(encodeURIComponent(secret))],
  ["HTML-escaped", (secret) => secret.replace(/&/g, "&amp;").replace(/"/g, "&quot;")],
  ["form-encoded", (secret) => new URLSearchParams({ a: secret }).toString()],
  ["base64", (secret) => Buffer.from(secret).toString("base64")],
  ["base64url", (secret) => Buffer.from(secret).toString("base64url")],
];

test.each(shapes)("a secret is masked in %s form", (_form, encode) => {
  rememberSecret(SECRET);
  const encoded = encode(SECRET);
  const masked = redact(`before ${encoded} after`);
  expect(masked).toContain("[secret]");
  expect(masked).toMatch(/^before .* after$/);
  expect(masked).not.toContain(encoded);
});

test("any secret of eight characters and more vanishes, also from the base64 of a pair it is part of", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 8, maxLength: 32 }),
      fc.constantFrom("", "u:", "ab:", "user:"),
      (secret, user) => {
        rememberSecret(secret);
        const pair = Buffer.from(`${user}${secret}`).toString("base64");
        return !redact(`<${pair}>`).includes(pair) && !redact(`<${secret}>`).includes(`<${secret}>`);
      },
    ),
    { numRuns: 40 },
  );
});

test("a secret beyond ASCII is masked as text, as JSON of ASCII only and as a URL", () => {
  const secret = "Grün_Kessel€😀";
  rememberSecret(secret);
  const ascii = JSON.stringify(secret).replace(
    /[^\0-\x7f]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  for (const text of [secret, ascii, encodeURIComponent(secret)]) {
    expect(redact(`<${text}>`)).toMatch(/^<"?\[secret\]"?>$/);
  }
});

test("a secret of four characters is masked where it stands, and nothing else is", () => {
  rememberSecret("aB3$");
  expect(redact("pw=aB3$, url=aB3%24; aB3 and B3$ stay")).toBe("pw=[secret], url=[secret]; aB3 and B3$ stay");
});

test("a token of twenty thousand characters is masked within a long text at once", () => {
  const token = Buffer.alloc(15_000, "token-_+/").toString("base64");
  rememberSecret(token);
  const started = Date.now();
  expect(redact(`${"a".repeat(2_000)} ${token} end`)).toMatch(/^a+ \[secret\] end$/);
  expect(Date.now() - started).toBeLessThan(1_000);
});

test("a secret that the service's answer repeats beyond the length of a message leaves no part behind", () => {
  const secret = `Long_Kettle_${"k7".repeat(300)}`;
  rememberSecret(secret);
  expect(parseErrorBody(`${"x".repeat(300)} ${secret}`).message).not.toContain("Long_Kettle");
});

test("a secret under four characters is left alone, as it is part of ordinary words", () => {
  rememberSecret("eve");
  expect(redact("never")).toBe("never");
});

test("passwords of a request body are remembered at any depth", () => {
  rememberSecretsIn({ list: [{ old_password: "Old_Kettle1" }], new_password: "New_Kettle2", name: "harmless-name" });
  expect(redact("Old_Kettle1 New_Kettle2 harmless-name")).toBe("[secret] [secret] harmless-name");
});

test("an error has no secret in its message nor in its fields, whatever the service repeats", () => {
  rememberSecret("Blue_Kettle7");
  const error = new ApiError({
    kind: "http",
    method: "POST",
    path: "/x/Blue_Kettle7",
    purpose: "try Blue_Kettle7",
    serviceMessage: "Blue_Kettle7 is weak",
    notExecuted: true,
  });
  expect(JSON.stringify({ ...error, message: error.message, stack: error.stack })).not.toContain("Blue_Kettle7");
});
