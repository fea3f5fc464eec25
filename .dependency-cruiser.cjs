/*
 * Who may import whom. `npm run lint` holds it, for types as well as for code.
 *
 * The folders of provider/ are layers. Each uses only what stands to its right:
 *
 *   <type>/ -> resource/ -> process/ -> client/ -> auth/ -> config/ -> http/
 *
 *   <type>/    what one resource type means: every folder of provider/ that is not named below
 *   resource/  the kit: makes the methods of a dynamic provider from the description of a type
 *   process/   the process of a run: log, engine, errors that may leave it
 *   client/    the DCS of one project in one region: calls, expectations, what error codes mean
 *   auth/      who asks: ways to sign in, tokens, signatures
 *   config/    stack configuration, environment and clouds.yaml -> settings
 *   http/      sends, retries, redacts; knows no service
 *
 * A layer that is to come is a word in this list.
 */
const LAYERS = ["resource", "process", "client", "auth", "config", "http"];

const inFolders = (names) => `^provider/(?:${names.join("|")})/`;

/** What stands right of the resource types may not reach back to them, nor to the program's side at the top. */
const types = `^provider/(?!(?:${LAYERS.join("|")})/)`;

const oneWay = LAYERS.map((layer, at) => ({
  name: `${layer}-uses-only-what-is-right-of-it`,
  severity: "error",
  from: { path: inFolders([layer]) },
  to: { path: [types, ...(at > 0 ? [inFolders(LAYERS.slice(0, at))] : [])] },
}));

const onlyThere = (library, there, comment) => ({
  name: `only-one-place-knows-${library}`,
  comment,
  severity: "error",
  from: { path: "^provider/", pathNot: there },
  to: { path: `^node_modules/${library}/`, dependencyTypesNot: ["type-only"] },
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: "types-know-nothing-of-the-program",
      comment: "What runs in the provider process does not load the class, its arguments or the stored text.",
      severity: "error",
      from: { path: "^provider/[^/]+/" },
      to: { path: "^provider/[^/]+$" },
    },
    {
      name: "no-cycles-of-modules",
      comment: "A module in a cycle cannot be read, or tested, without the others.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-cycles-of-folders",
      comment: "The same for folders, those within a layer included.",
      scope: "folder",
      severity: "error",
      from: { path: "^(provider|emulator|plugin|terraform)" },
      to: { circular: true },
    },
    {
      name: "provider-and-local-dcs-stay-apart",
      comment: "Both were written from the API reference, so each tests the other's reading of it.",
      severity: "error",
      from: { path: "^(provider|emulator)/" },
      to: { path: "^(?:provider|emulator)/", pathNot: "^$1/" },
    },
    {
      name: "core-knows-no-door",
      comment: "The plugin stands in front of the provider. What differs between the two ways in is a parameter.",
      severity: "error",
      from: { path: "^(provider|emulator)/" },
      to: { path: "^plugin/" },
    },
    {
      name: "plugin-and-local-dcs-stay-apart",
      severity: "error",
      from: { path: "^plugin/" },
      to: { path: "^emulator/" },
    },
    {
      name: "the-way-from-terraform-knows-values-only",
      comment: "The command prints a text. It calls nothing, so it needs what arguments mean and no more.",
      severity: "error",
      from: { path: "^terraform/" },
      to: { path: "^(?:provider|emulator)/", pathNot: "^provider/dcs-instance/values/" },
    },
    {
      name: "nothing-needs-the-way-from-terraform",
      severity: "error",
      from: { path: "^(?:provider|emulator)/" },
      to: { path: "^terraform/" },
    },
    onlyThere("axios", inFolders(["http"]), "The HTTP library can be replaced in one folder."),
    onlyThere("yaml", "^provider/config/clouds/document\\.ts$", "Its messages quote the file, secrets included."),
    onlyThere("ajv", "/validator\\.ts$", "One module compiles schemas. Types of a schema may be named elsewhere."),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
  },
};
