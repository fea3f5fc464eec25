/** The forms in which a secret could turn up in text. */
export function encodings(secret: string): string[] {
  const once = JSON.stringify(secret).slice(1, -1);
  // As Go writes JSON.
  const forHtml = once.replace(/[<>&]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);
  const twice = JSON.stringify(once).slice(1, -1);
  const base64 = [0, 1, 2].map((shift) =>
    // A secret inside a longer text is encoded from one of three offsets; its inner part is the same each time.
    Buffer.from("x".repeat(shift) + secret)
      .toString("base64")
      .slice(shift === 0 ? 0 : 4, -4),
  );
  return [...new Set([secret, once, forHtml, twice, encodeURIComponent(secret), encodeURI(secret), ...base64])];
}
