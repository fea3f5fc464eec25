const UNRESERVED = /[A-Za-z0-9\-_.~]/;

const hex = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;

/** Percent-encodes every byte except the unreserved ones of RFC 3986 and those in `kept`. */
export function encode(bytes: Uint8Array, kept = ""): string {
  const encoded = Array.from(bytes, (byte) => {
    const char = String.fromCharCode(byte);
    return UNRESERVED.test(char) || kept.includes(char) ? char : hex(byte);
  });
  return encoded.join("");
}

/** Decodes a percent-encoded text to bytes, because not every sequence of bytes is a text. */
export function decode(text: string): Uint8Array {
  const parts = text.split(/(%[0-9A-Fa-f]{2})/);
  return Buffer.concat(
    parts.map((part, at) => (at % 2 === 1 ? Buffer.from(part.slice(1), "hex") : Buffer.from(part, "utf8"))),
  );
}
