import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { run } from "../setup/run.mjs";
import { clone, main, SetupError, say } from "../setup/say.mjs";
import { cheapTraces } from "./cheap-traces.mjs";

// Built by Go 1.26, the generator of Python writes imports that do not resolve. Go fetches this version by itself.
const toolchain = "go1.25.11";

const goModule = `module pulumi-otc/sdk/go/otc

go 1.25.11

require (
	github.com/blang/semver v3.5.1+incompatible
	github.com/pulumi/pulumi/sdk/v3 v3.206.0
)
`;

// Generates the plugin's SDKs for Go, .NET, Node.js and Python from plugin/schema.json into .local/sdks.
await main(async () => {
  const folder = path.join(clone, ".local/sdks");
  await rm(folder, { recursive: true, force: true });
  const { version, resources } = JSON.parse(await readFile(path.join(clone, "plugin/schema.json"), "utf8"));
  say(
    `Generating the SDKs of version ${version}; the first time builds the generators with Go, which takes about three minutes`,
  );
  const code = await run("go", ["run", "./generate-sdks", path.join(clone, "plugin/schema.json"), folder], {
    cwd: path.join(clone, "tools/pulumi-languages"),
    env: { ...process.env, GOTOOLCHAIN: toolchain, GOWORK: "off" },
  });
  if (code === 127) throw new SetupError("Go 1.21 or newer is needed: https://go.dev/dl");
  if (code !== 0) throw new SetupError("The generators failed: see their messages above.");
  // The generator leaves the module file to those who publish the module.
  await writeFile(path.join(folder, "go/otc/go.mod"), goModule);
  await cheapTraces(path.join(folder, "nodejs"), Object.keys(resources).length);
  say("The SDKs are in .local/sdks");
  return 0;
});
