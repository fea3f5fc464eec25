import { existsSync } from "node:fs";
import path from "node:path";

export interface Places {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Directory of the program. */
  readonly cwd: string;
  /** Home of the user. */
  readonly home: string;
}

const ENDINGS = ["yaml", "yml", "json"];

const foldersOf = ({ cwd, home }: Places): readonly string[] => [
  cwd,
  path.join(home, ".config", "openstack"),
  "/etc/openstack",
];

/** The three folders, as messages name them. */
export const FOLDERS = "., ~/.config/openstack and /etc/openstack";

/** A path as users write it: relative to the program's directory, or to home. */
export function displayPath(file: string, { cwd, home }: Places): string {
  for (const [folder, sign] of [
    [cwd, "."],
    [home, "~"],
  ] as const) {
    const below = path.relative(folder, file);
    if (below !== "" && !below.startsWith("..") && !path.isAbsolute(below)) return `${sign}/${below}`;
  }
  return file;
}

const absolute = (file: string, { cwd, home }: Places): string =>
  path.resolve(cwd, file.startsWith("~/") ? path.join(home, file.slice(2)) : file);

const firstOf = (folders: readonly string[], name: string): string | undefined =>
  folders
    .flatMap((folder) => ENDINGS.map((ending) => path.join(folder, `${name}.${ending}`)))
    .find((file) => existsSync(file));

interface Located {
  readonly file: string;
  /** The variable that names the file, if one does. */
  readonly variable?: string;
}

const named = (variable: string, places: Places): Located | undefined => {
  const file = places.env[variable]?.trim();
  return file ? { file: absolute(file, places), variable } : undefined;
};

const located = (file: string | undefined): Located | undefined => (file === undefined ? undefined : { file });

/** Where clouds.yaml is. */
export const cloudsFile = (places: Places): Located | undefined =>
  named("OS_CLIENT_CONFIG_FILE", places) ?? located(firstOf(foldersOf(places), "clouds"));

/** Where the separate file of secrets is, if there is one: beside clouds.yaml, or in the usual folders. */
export const secureFile = (clouds: string, places: Places): Located | undefined =>
  named("OS_CLIENT_SECURE_FILE", places) ?? located(firstOf([path.dirname(clouds), ...foldersOf(places)], "secure"));
