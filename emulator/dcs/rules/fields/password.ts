import type { Edition } from "../../../catalogue/edition";
import { ServiceError } from "../../../service/errors";

interface Alphabet {
  readonly longest: number;
  readonly specials: string;
}

const alphabets: Readonly<Record<Edition, Alphabet>> = {
  first: { longest: 32, specials: "`~!@#$%^&*()-_=+\\|[{}]:'\",<.>/?" },
  current: { longest: 64, specials: "`~!@#$^&*()-_=+\\|{},<.>/?" },
};

/** Refuses a password that is too short, too long, too plain, or holds a character the edition does not allow. */
export function checkPassword(password: string, edition: Edition): void {
  const { longest, specials } = alphabets[edition];
  const kinds = new Set<string>();
  for (const character of password) {
    if (/[a-z]/.test(character)) kinds.add("lower");
    else if (/[A-Z]/.test(character)) kinds.add("upper");
    else if (/[0-9]/.test(character)) kinds.add("digit");
    else if (specials.includes(character)) kinds.add("special");
    else throw new ServiceError(4019);
  }
  if (password.length < 8 || password.length > longest || kinds.size < 3) throw new ServiceError(4019);
}
