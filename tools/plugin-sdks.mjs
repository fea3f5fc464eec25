import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { run } from "./setup/run.mjs";
import { clone, main, SetupError, say } from "./setup/say.mjs";

// Built by Go 1.26, the generator of Python writes imports that do not resolve. Go fetches this version by itself.
const toolchain = "go1.25.11";

// Generates the plugin's SDKs for Go, .NET, Node.js and Python from plugin/schema.json into .local/sdks.
await main(async () => {
  const folder = path.join(clone, ".local/sdks");
  await rm(folder, { recursive: true, force: true });
  const { version } = JSON.parse(await readFile(path.join(clone, "plugin/schema.json"), "utf8"));
  say(`Generating the SDKs of version ${version}; the first time builds the generators with Go, which takes about three minutes`);
  const code = await run("go", ["run", "./generate-sdks", path.join(clone, "plugin/schema.json"), folder], {
    cwd: path.join(clone, "tools/pulumi-languages"),
    env: { ...process.env, GOTOOLCHAIN: toolchain, GOWORK: "off" },
  });
  if (code === 127) throw new SetupError("Go 1.21 or newer is needed: https://go.dev/dl");
  if (code !== 0) throw new SetupError("The generators failed: see their messages above.");
  say("The SDKs are in .local/sdks");
  return 0;
});
