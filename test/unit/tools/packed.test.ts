import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const clone = path.join(__dirname, "../../..");

/** What npm runs, or asks about, wherever the packed package is installed. */
const installScripts = ["preinstall", "install", "postinstall", "prepare"];

test("the packed package brings no script that npm runs or asks about when it is installed", () => {
  const place = mkdtempSync(path.join(tmpdir(), "packed-"));
  try {
    const packed = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", place], {
      cwd: clone,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [{ filename }] = JSON.parse(packed);
    const manifest = execFileSync("tar", ["xzOf", path.join(place, filename), "package/package.json"], {
      encoding: "utf8",
    });
    const { name, scripts } = JSON.parse(manifest);
    expect(name).toBe("pulumi-otc-dcs");
    expect(Object.keys(scripts).filter((script) => installScripts.includes(script))).toEqual([]);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}, 60_000);
