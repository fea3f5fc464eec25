import { encodings } from "../../support/encodings";
import { entriesOf, isSecret, type SettingTexts } from "./settings";

/** Tokens as the local IAM makes them. */
const TOKEN = /local-only-[0-9a-f]{48}/g;

/** A passcode is short: within other numbers its digits may stand by chance. */
const alone = (digits: string) => new RegExp(`(?<![0-9A-Za-z])${digits}(?![0-9A-Za-z])`);

const isShort = (secret: string) => /^\d{1,8}$/.test(secret);

/** Names of the secrets that a text shows in whatever encoding, tokens that were handed out included. */
export function secretsIn(text: string, settings: SettingTexts): string[] {
  const shown = entriesOf(settings)
    .filter(([name]) => isSecret(name))
    .filter(([, secret]) =>
      isShort(secret) ? alone(secret).test(text) : encodings(secret).some((form) => text.includes(form)),
    )
    .map(([name]) => name as string);
  return [...shown, ...(text.match(TOKEN) ?? []).map(() => "a token that was handed out")];
}
