import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { PluginProcess } from "../support/plugin-process";

const clone = path.resolve(__dirname, "../../..");
const folder = path.join(clone, "plugin/bin");
const schema = require("../../../plugin/schema.json");

/** The schema that a process answers which was started by this command. */
async function schemaOf(...command: [string, ...string[]]): Promise<unknown> {
  const plugin = await PluginProcess.start({}, {}, { command });
  try {
    return await plugin.schema();
  } finally {
    await plugin.stop();
  }
}

describe("the folder that `pulumi package add` takes", () => {
  test("starts as Pulumi's Node.js host starts it, and answers the schema", async () => {
    expect(parse(readFileSync(path.join(folder, "PulumiPlugin.yaml"), "utf8"))).toEqual({ runtime: "nodejs" });
    const host = require.resolve("@pulumi/pulumi/cmd/run-plugin", { paths: [folder] });
    expect(await schemaOf(process.execPath, host, folder, "127.0.0.1:1")).toEqual(schema);
  });

  test("has an executable that starts by itself, for `plugins` in a project", async () => {
    expect(await schemaOf(path.join(folder, "pulumi-resource-otc"))).toEqual(schema);
  });

  test("finds the engine behind the flags of `pulumi up --logflow --logtostderr -v=9`, and ends with it", async () => {
    const engine = createServer((socket) => socket.on("error", () => {}).resume()).listen(0, "127.0.0.1");
    await once(engine, "listening");
    const { port } = engine.address() as AddressInfo;
    const main = path.join(clone, "dist/plugin/main.js");
    const plugin = await PluginProcess.start(
      {},
      {},
      { command: [process.execPath, main, "--logtostderr", "-v=9", `127.0.0.1:${port}`] },
    );
    const ended = once(plugin.child, "exit");
    await once(engine, "connection");
    engine.close();
    await ended;
    expect(plugin.child.exitCode).toBe(0);
  });

  test("makes its clone ready by a script that is there when Pulumi runs `npm install` in it", () => {
    const { scripts } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
    const [command, script] = scripts.preinstall.split(" ");
    expect(command).toBe("node");
    expect(existsSync(path.resolve(folder, script))).toBe(true);
  });
});

describe("the package as npm packs it", () => {
  let place: string;

  beforeEach(async () => {
    place = await mkdtemp(path.join(tmpdir(), "packed-plugin-"));
  });
  afterEach(() => rm(place, { recursive: true, force: true }));

  /** Unpacks the package beside the clone's other packages, without installing them anew. */
  async function installed(): Promise<string> {
    const options = { encoding: "utf8", stdio: "pipe" } as const;
    const pack = ["pack", "--json", "--ignore-scripts", "--pack-destination", place];
    const [{ filename }] = JSON.parse(execFileSync("npm", pack, { ...options, cwd: clone }));
    const modules = path.join(place, "node_modules");
    const unpacked = path.join(modules, "pulumi-otc-dcs");
    await mkdir(unpacked, { recursive: true });
    execFileSync("tar", ["xzf", path.join(place, filename), "-C", unpacked, "--strip-components=1"], options);
    const others = (await readdir(path.join(clone, "node_modules"))).filter((name) => name !== "pulumi-otc-dcs");
    await Promise.all(others.map((name) => symlink(path.join(clone, "node_modules", name), path.join(modules, name))));
    return unpacked;
  }

  test("holds the executable and what it needs, and nothing that sends `pulumi package add` to a clone", async () => {
    const unpacked = await installed();
    expect(await readdir(path.join(unpacked, "plugin/bin"))).toEqual(["pulumi-resource-otc"]);
    expect(await schemaOf(path.join(unpacked, "plugin/bin/pulumi-resource-otc"))).toEqual(schema);
  });
});
