// npm leaves out of package-lock.json the optional packages that the registry at hand does not serve (those of other
// platforms, with some mirrors), and `npm ci` then refuses the file it wrote. Run after `npm install`,
// with the folder of the lock file if that is not the clone.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { clone, main, say } from "../setup/say.mjs";

/** The part of a package's name that npm's field `os`, `cpu` or `libc` follows from. */
const systems = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"];
const processors = ["arm64", "arm", "ia32", "loong64", "ppc64", "riscv64", "s390x", "x64"];

await main(async () => {
  const file = path.join(clone, process.argv[2] ?? ".", "package-lock.json");
  const lock = JSON.parse(await readFile(file, "utf8"));
  const packages = { ...lock.packages };
  for (const parent of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      packages[`node_modules/${name}`] ??= entry(name, version, parent);
    }
  }
  const names = Object.keys(packages).sort((one, other) => one.localeCompare(other, "en"));
  lock.packages = Object.fromEntries(names.map((name) => [name, packages[name]]));
  await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
  say("package-lock.json names the optional packages of every platform");
  return 0;
});

/** @param {string} name @param {string} version @param {{ dev?: boolean, license?: string }} parent */
function entry(name, version, parent) {
  const os = systems.find((system) => name.includes(`-${system}`));
  const cpu = processors.find((processor) => name.includes(`-${processor}`));
  if (os === undefined || cpu === undefined) throw new Error(`Which platform is ${name} for? Its name does not say.`);
  return {
    version,
    cpu: [cpu],
    ...(parent.dev && { dev: true }),
    ...(os === "linux" && { libc: [name.includes("musl") ? "musl" : "glibc"] }),
    license: parent.license,
    optional: true,
    os: [os],
  };
}
