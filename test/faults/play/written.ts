import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { account } from "../../../emulator/world/accounts/account";
import { encodings } from "../../engine/support/encodings";
import { PASSWORD } from "../../engine/support/programs";

/** The text of every file under a folder. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map(({ parentPath, name }) => readFile(path.join(parentPath, name), "latin1")));
}

/** The password that a cache is given instead of its first one. */
export const NEXT_PASSWORD = "Local\\Teapot/8&<only";

/** Every secret of the local DCS that is not a cache's, tokens included, begins like this. */
const OF_THE_ACCOUNT = "local-only-";

const secrets = [PASSWORD, NEXT_PASSWORD, OF_THE_ACCOUNT, account.user.password, account.secretKey];

/** How often a secret occurs, in any of the forms it could take. */
export function secretsIn(written: readonly string[]): number {
  const forms = secrets.flatMap(encodings);
  return written.reduce((sum, text) => sum + forms.reduce((count, form) => count + text.split(form).length - 1, 0), 0);
}
