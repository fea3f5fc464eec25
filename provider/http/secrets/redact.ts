const SHORTEST = 4;
const MASK = "[secret]";

// Each request has its own signature: too many to remember, but nothing else looks like one.
const SIGNATURE = /\b[0-9a-f]{64}\b/g;

/** The forms of each remembered secret in a text, as regular expressions. */
const forms = new Map<string, readonly string[]>();
let pattern: RegExp | undefined;

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

/** Base64 of a text that contains the secret, e.g. `user:password`: the part that depends on the secret alone. */
function withinBase64(secret: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), secret])
      .toString("base64")
      .replace(/=+$/, "");
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor(((before + secret.length) * 8) / 6);
    return encoded.slice(from, to);
  });
}

function inBase64(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const whole = bytes.toString("base64").replace(/=+$/, "");
  const texts = [whole, ...withinBase64(bytes).filter((text) => text.length >= 8)];
  // The base64 of a very short secret would mask ordinary words.
  return texts.filter((text) => text.length >= SHORTEST).map((text) => `${inBothAlphabets(text)}(?:=|%3[dD]){0,2}`);
}

const hex = (code: number, digits: number): string =>
  [...code.toString(16).padStart(digits, "0")]
    .map((digit) => (/[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit))
    .join("");

const NAMED: Readonly<Record<string, string>> = { '"': "quot", "&": "amp", "<": "lt", ">": "gt", "'": "apos" };
const SHORT_ESCAPES: Readonly<Record<string, string>> = { "\n": "n", "\r": "r", "\t": "t", "\b": "b", "\f": "f" };
const BASE64_TWINS: Readonly<Record<string, string>> = { "+": "-", "/": "_" };

/** One character as it is, or escaped for JSON, a URL, a form or HTML, once or several times. */
function anyhow(char: string, twins: boolean): string {
  if (/[A-Za-z0-9]/.test(char)) return char;
  const point = char.codePointAt(0) ?? 0;
  const units = [...Array(char.length).keys()].map((at) => char.charCodeAt(at));
  const percent = [...Buffer.from(char)].map((byte) => `%(?:25){0,2}${hex(byte, 2)}`).join("");
  const ways = [
    `\\\\{0,8}${literally(char)}`,
    `\\\\{1,8}${units.map((unit) => `u${hex(unit, 4)}`).join("\\\\{1,8}")}`,
    percent,
    `&(?:amp;)?#(?:0*${point}|[xX]0*${hex(point, 1)});`,
    ...(SHORT_ESCAPES[char] ? [`\\\\{1,8}${SHORT_ESCAPES[char]}`] : []),
    ...(NAMED[char] ? [`&(?:amp;)?${NAMED[char]};`] : []),
    ...(char === " " ? ["\\+"] : []),
    ...(twins && BASE64_TWINS[char] ? [literally(BASE64_TWINS[char])] : []),
  ];
  return `(?:${ways.join("|")})`;
}

const inBothAlphabets = (base64: string): string => [...base64].map((char) => anyhow(char, true)).join("");

const formsOf = (secret: string): string[] => [
  ...inBase64(secret).sort((a, b) => b.length - a.length),
  [...secret].map((char) => anyhow(char, false)).join(""),
];

/** Remembers a value that must never be shown. Values under four characters are ignored: ordinary words contain them. */
export function rememberSecret(value: unknown): void {
  if (typeof value !== "string" || value.length < SHORTEST || forms.has(value)) return;
  forms.set(value, formsOf(value));
  pattern = undefined;
}

/** Masks every remembered secret in a text: plain, JSON-escaped, URL-encoded, HTML-escaped or in base64. */
export function redact(text: string): string {
  const unsigned = text.replace(SIGNATURE, MASK);
  if (forms.size === 0) return unsigned;
  // The longest secret comes first, so that no part of it stays readable.
  pattern ??= new RegExp(
    [...forms]
      .sort(([a], [b]) => b.length - a.length)
      .flatMap(([, ways]) => ways)
      .join("|"),
    "g",
  );
  return unsigned.replace(pattern, MASK);
}

const SECRET_FIELDS = new Set(["password", "old_password", "new_password"]);

/** Remembers the passwords in a request body, at any depth. */
export function rememberSecretsIn(body: unknown): void {
  if (typeof body !== "object" || body === null) return;
  for (const [field, value] of Object.entries(body)) {
    if (SECRET_FIELDS.has(field)) rememberSecret(value);
    rememberSecretsIn(value);
  }
}
