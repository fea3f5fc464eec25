import { isIPv4 } from "node:net";

const numberOf = (address: string): number => address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);

const addressOf = (number: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");

/** The address, or the range with its host bits zero, that the text means; `undefined` if it is neither. */
export function meantRange(text: string): string | undefined {
  const [, address = "", bits] = /^([\d.]+)(?:\/(\d|[12]\d|3[0-2]))?$/.exec(text.trim()) ?? [];
  if (!isIPv4(address)) return undefined;
  if (bits === undefined) return address;
  const size = 2 ** (32 - Number(bits));
  return `${addressOf(Math.floor(numberOf(address) / size) * size)}/${bits}`;
}
