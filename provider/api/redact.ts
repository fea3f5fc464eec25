const SHORTEST = 4;
const secrets = new Set<string>();

// The forms in which a secret turns up in bodies, URLs and headers.
const forms = (secret: string): string[] => {
  const escaped = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    escaped,
    JSON.stringify(escaped).slice(1, -1),
    encodeURIComponent(secret),
    Buffer.from(secret).toString("base64"),
  ];
};

/** Makes {@link redact} hide this value from now on. Values shorter than four characters would hide half of every text. */
export function rememberSecret(value: string | undefined): void {
  if (value === undefined || value.length < SHORTEST) return;
  for (const form of forms(value)) secrets.add(form);
}

/** The text without any secret seen so far, in whatever encoding. */
export function redact(text: string): string {
  let clean = text;
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
  for (const secret of longestFirst) clean = clean.replaceAll(secret, "[secret]");
  return clean;
}
