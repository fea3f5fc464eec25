import type { SchemaObject } from "ajv";
import type { Edition } from "../../values/editions";

const escaped = (text: string): string => text.replace(/[\\\]^-]/g, "\\$&");

/** Rules of a password in one edition. */
export function passwordRules({ password: { longest, specials } }: Edition): SchemaObject[] {
  const special = `[${escaped(specials)}]`;
  const kinds = ["[a-z]", "[A-Z]", "\\d", special];
  const threeKinds = kinds.map((without) =>
    kinds
      .filter((kind) => kind !== without)
      .map((kind) => `(?=.*${kind})`)
      .join(""),
  );
  const allowed = { pattern: `^[a-zA-Z\\d${escaped(specials)}]*$` };
  const mixed = {
    pattern: `^(${threeKinds.map((all) => `${all}.*`).join("|")})$`,
    remedy: "mix at least three of: lower-case letters, upper-case letters, digits, special characters",
  };
  const then = { ...mixed, remedy: `${mixed.remedy} (${specials})` };
  return [
    { minLength: 8, maxLength: longest, remedy: `use 8 to ${longest} characters` },
    { ...allowed, remedy: `use letters, digits and these special characters only: ${specials}` },
    // The special characters are listed once.
    { if: allowed, then, else: mixed },
  ];
}
