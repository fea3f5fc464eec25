import { readFileSync } from "node:fs";
import path from "node:path";

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

test("npm ci accepts the lock file: it names the optional packages of every platform (npm run complete-lock-file)", () => {
  const lock: { readonly packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(
    readFileSync(path.join(__dirname, "../../../package-lock.json"), "utf8"),
  );
  const wanted = Object.values(lock.packages).flatMap((each) => Object.keys(each.optionalDependencies ?? {}));
  expect(wanted).not.toEqual([]);
  expect(wanted.filter((name) => lock.packages[`node_modules/${name}`] === undefined)).toEqual([]);
});
