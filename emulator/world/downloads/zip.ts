import { deflateRawSync, gzipSync } from "node:zlib";

/** The checksum of gzip and of zip is the same; gzip writes it eight bytes before its end. */
function checksum(content: Buffer): number {
  const packed = gzipSync(content);
  return packed.readUInt32LE(packed.length - 8);
}

const local = 0x04034b50;
const central = 0x02014b50;
const end = 0x06054b50;
const version = 20;
const deflated = 8;
/** The first of January 1980, the earliest day a zip can name. */
const day = 0x21;

function words(...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}

/** A zip of one file. */
export function zipOf(name: string, text: string): Buffer {
  const content = Buffer.from(text);
  const packed = deflateRawSync(content);
  const title = Buffer.from(name);
  const described = words(
    [2, version],
    [2, 0],
    [2, deflated],
    [2, 0],
    [2, day],
    [4, checksum(content)],
    [4, packed.length],
    [4, content.length],
    [2, title.length],
    [2, 0],
  );
  const file = Buffer.concat([words([4, local]), described, title, packed]);
  const entry = Buffer.concat([
    words([4, central], [2, version]),
    described,
    words([2, 0], [2, 0], [2, 0], [4, 0], [4, 0]),
    title,
  ]);
  const closing = words([4, end], [2, 0], [2, 0], [2, 1], [2, 1], [4, entry.length], [4, file.length], [2, 0]);
  return Buffer.concat([file, entry, closing]);
}
