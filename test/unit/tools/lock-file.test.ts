import { readFileSync } from "node:fs";
import path from "node:path";

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

test.each([
  ["the package", "npm run complete-lock-file", "."],
  ["the site generator", "npm run complete-lock-file -- tools/site", "tools/site"],
  ["the recording", "npm run complete-lock-file -- tools/quickstart/picture", "tools/quickstart/picture"],
])("npm ci accepts the lock file of %s: it names the optional packages of every platform (%s)", (_, __, folder) => {
  const lock: { readonly packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(
    readFileSync(path.join(__dirname, "../../..", folder, "package-lock.json"), "utf8"),
  );
  const wanted = Object.values(lock.packages).flatMap((each) => Object.keys(each.optionalDependencies ?? {}));
  expect(wanted).not.toEqual([]);
  expect(wanted.filter((name) => lock.packages[`node_modules/${name}`] === undefined)).toEqual([]);
});
