const SHORTEST = 4;
const MASK = "[secret]";

const forms = new Set<string>();
let pattern: RegExp | undefined;

/** Base64 of a text that holds the secret somewhere, e.g. `user:password`: the part that depends on the secret alone. */
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

function encodings(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const url = encodeURIComponent(secret);
  const strict = url.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  const inBase64 = withinBase64(bytes).filter((text) => text.length >= 8);
  const base64 = [bytes.toString("base64"), bytes.toString("base64").replace(/=+$/, ""), ...inBase64];
  const percent = [url, strict, strict.replace(/%20/g, "+"), new URLSearchParams({ s: secret }).toString().slice(2)];
  return [
    secret,
    json,
    // JSON within JSON, as journals and logs write it.
    JSON.stringify(json).slice(1, -1),
    ...percent.flatMap((text) => [text, text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())]),
    ...base64.flatMap((text) => [text, text.replace(/\+/g, "-").replace(/\//g, "_")]),
  ];
}

/** Remembers a value that must never be shown. Values under four characters are ignored: they are part of ordinary words. */
export function rememberSecret(value: unknown): void {
  if (typeof value !== "string" || value.length < SHORTEST || forms.has(value)) return;
  for (const form of encodings(value)) if (form.length >= SHORTEST) forms.add(form);
  pattern = undefined;
}

/** The text with every remembered secret masked, be it plain, JSON-escaped, URL-encoded or in base64. */
export function redact(text: string): string {
  if (forms.size === 0) return text;
  pattern ??= new RegExp(
    [...forms]
      // Longest first, so that no part of an encoded form is left behind.
      .sort((a, b) => b.length - a.length)
      .map((form) => form.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&"))
      .join("|"),
    "g",
  );
  return text.replace(pattern, MASK);
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
