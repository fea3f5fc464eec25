import { createHmac } from "node:crypto";
import type { User } from "./account";

const stepMs = 30_000;
const digits = 6;

function code(key: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", key).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0xf;
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits;
  return String(number).padStart(digits, "0");
}

/** The passcode an MFA device shows. Reference: RFC 6238. */
export function passcodeAt(key: string, now: number): string {
  return code(key, Math.floor(now / stepMs));
}

/** Checks passcodes of MFA devices; those of the neighbouring half-minutes pass, too, as clocks differ. */
export class Passcodes {
  private readonly used = new Set<string>();

  constructor(
    private readonly singleUse: boolean,
    private readonly now: () => number,
  ) {}

  accepts({ id, mfaKey }: User, passcode: unknown): boolean {
    if (mfaKey === undefined) return false;
    const present = Math.floor(this.now() / stepMs);
    const step = [present, present - 1, present + 1].find((candidate) => code(mfaKey, candidate) === passcode);
    if (step === undefined) return false;
    const use = `${id}/${step}`;
    if (this.singleUse && this.used.has(use)) return false;
    this.used.add(use);
    return true;
  }
}
