import { existsSync } from "node:fs";
import path from "node:path";

const NAMES = ["pulumi-language-nodejs", "pulumi-language-nodejs.exe"];

/** True if commands can be typed in a folder: the program of a folder is run by Pulumi's language host. */
export const hasLanguageHost = (): boolean =>
  (process.env.PATH ?? "")
    .split(path.delimiter)
    .some((folder) => NAMES.some((name) => existsSync(path.join(folder, name))));
