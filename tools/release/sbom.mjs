import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { clone, main, say } from "../setup/say.mjs";
import { isShipped, lockFile } from "./shipped.mjs";

const plugin = "pulumi-resource-otc";

/** @param {string[]} flags @param {string} cwd */
const npmSbom = (flags, cwd) =>
  execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx", ...flags], {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    shell: process.platform === "win32",
  });

/**
 * The bill of materials of the package: what is installed with it. `npm sbom --omit dev` leaves out what the development
 * needs as well, so npm is shown a project that has nothing else.
 * @returns {Promise<string>} CycloneDX, as JSON
 */
export async function sbom() {
  const manifest = JSON.parse(await readFile(path.join(clone, "package.json"), "utf8"));
  const lock = lockFile();
  const [root] = [lock.packages[""]];
  for (const each of [manifest, root]) {
    delete (/** @type {Record<string, unknown>} */ (each).devDependencies);
    delete (/** @type {Record<string, unknown>} */ (each).peerDependencies);
  }
  const kept = Object.entries(lock.packages).filter(([place, locked]) => place === "" || isShipped([place, locked]));
  const place = await mkdtemp(path.join(tmpdir(), "sbom-"));
  // npm names the product after its folder.
  const folder = path.join(place, manifest.name);
  try {
    await mkdir(folder);
    await writeFile(path.join(folder, "package.json"), JSON.stringify(manifest));
    await writeFile(
      path.join(folder, "package-lock.json"),
      JSON.stringify({ ...lock, packages: Object.fromEntries(kept) }),
    );
    return npmSbom(["--package-lock-only"], folder);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

// Writes the bills of materials of the package and, where it was packed, of the plugin into .local/sbom.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const folder = path.join(clone, ".local/sbom");
    await mkdir(folder, { recursive: true });
    const { name, version } = JSON.parse(await readFile(path.join(clone, "package.json"), "utf8"));
    await writeFile(path.join(folder, `${name}-${version}.cdx.json`), await sbom());
    const packed = path.join(clone, ".local", plugin);
    if (existsSync(packed)) await writeFile(path.join(folder, `${plugin}-${version}.cdx.json`), npmSbom([], packed));
    say(
      `The bills of materials are in .local/sbom${existsSync(packed) ? "" : "; that of the plugin needs `npm run plugin` first"}`,
    );
    return 0;
  });
}
