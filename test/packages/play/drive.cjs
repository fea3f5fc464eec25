// Runs in the project of a cell: takes a cache through preview, up and destroy by the Automation API.
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { LocalWorkspace } = require("@pulumi/pulumi/automation");

const [main, esm, state] = process.argv.slice(2);
const file = path.resolve(main);
const resolved = (name) => {
  try {
    return require.resolve(name);
  } catch {
    return undefined;
  }
};

// As Pulumi's language host does it: the compiler of the project, if it has one, else the one that Pulumi brings.
function loadTypeScript() {
  const vendor = path.join(path.dirname(require.resolve("@pulumi/pulumi/package.json")), "vendor");
  const compiler = resolved("typescript") ?? path.join(vendor, "typescript@3.8.3/typescript.js");
  require(path.join(vendor, "ts-node@7.0.1")).register({ compiler, typeCheck: true, cache: false });
}

let runs = 0;
async function load() {
  runs += 1;
  if (esm === "true") return import(`${pathToFileURL(file)}?run=${runs}`);
  delete require.cache[file];
  return require(file);
}

async function drive() {
  if (file.endsWith(".ts")) loadTypeScript();
  const stack = await LocalWorkspace.createStack(
    { stackName: "inline", projectName: "caches", program: async () => ({ endpoint: (await load()).endpoint }) },
    {
      workDir: state,
      projectSettings: { name: "caches", runtime: "nodejs", main: process.cwd(), backend: { url: `file://${state}` } },
    },
  );
  // Outputs are read once, and the history not at all: each is a command that takes as long as the run itself.
  const outputs = stack.outputs.bind(stack);
  Object.assign(stack, { info: async () => undefined, outputs: async () => ({}) });
  const said = [];
  const onOutput = (text) => said.push(text);
  try {
    const { changeSummary } = await stack.preview({ onOutput });
    if (changeSummary.create !== 2) throw new Error(`preview would create ${JSON.stringify(changeSummary)}`);
    await stack.up({ onOutput });
    const { endpoint } = await outputs();
    await stack.destroy({ onOutput });
    process.stdout.write(`${JSON.stringify({ endpoint: endpoint.value })}\n`);
  } catch (error) {
    process.stderr.write(`${said.join("")}\n${error.stack}\n`);
    process.exitCode = 1;
  }
}

void drive();
