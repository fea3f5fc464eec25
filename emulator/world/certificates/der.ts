function lengthOf({ length }: Buffer): number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}

/** What certificates are written in: a tag, a length, the content. Node.js reads certificates and does not write them. */
export function der(tag: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(body)]), body]);
}

export const sequence = (...content: readonly Buffer[]): Buffer => der(0x30, ...content);
export const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, "hex"));
export const octets = (content: Buffer): Buffer => der(0x04, content);
export const bits = (content: Buffer): Buffer => der(0x03, Buffer.from([0]), content);
export const integer = (...bytes: readonly number[]): Buffer => der(0x02, Buffer.from(bytes));
export const text = (words: string): Buffer => der(0x0c, Buffer.from(words));
export const isTrue = der(0x01, Buffer.from([0xff]));

/** A time as certificates name it, with the whole year. */
export const time = (at: Date): Buffer => der(0x18, Buffer.from(at.toISOString().replace(/[-:T]|\.\d+/g, "")));

/** DER as a text of base64 lines. */
export const pem = (label: string, content: Buffer): string =>
  `-----BEGIN ${label}-----\n${content.toString("base64").replace(/.{1,64}/g, "$&\n")}-----END ${label}-----\n`;
