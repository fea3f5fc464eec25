import { builtinModules } from "node:module";
import path from "node:path";
import typescript from "@rollup/plugin-typescript";
import dts from "rollup-plugin-dts";
import { clone } from "../setup/say.mjs";
import { chunkOf } from "./chunks.mjs";
import { written } from "./schemas.mjs";

const outside = [/^node:/, /^[a-z@](?!:)/, ...builtinModules];

/** What programs import. */
const imported = {
  "provider/index": "provider/index.ts",
  "emulator/testing/index": "emulator/testing/index.ts",
};

/** What Pulumi loads, or a user runs. */
const loaded = {
  "provider/dcs-backup/v1": "provider/dcs-backup/v1.ts",
  "provider/dcs-instance/v1": "provider/dcs-instance/v1.ts",
  "provider/dcs-restore/v1": "provider/dcs-restore/v1.ts",
  "emulator/cli": "emulator/cli.ts",
  "plugin/main": "plugin/main.ts",
  "terraform/cli": "terraform/cli.ts",
};

/** What commands of this repository read; not packed. */
const tables = {
  "tools/declaration-site": "provider/resource/declaration-site.ts",
  "tools/emulator": "emulator/index.ts",
  "tools/function-kinds": "plugin/functions/function-kind.ts",
  "tools/resource-kinds": "plugin/resources/resource-kind.ts",
  "tools/settings": "provider/config/settings/settings.ts",
  "tools/terraform-attributes": "terraform/attributes/table.ts",
  "tools/validator": "provider/resource/check/validator.ts",
};

/** @param {Record<string, string>} files */
const from = (files) => Object.fromEntries(Object.entries(files).map(([name, file]) => [name, path.join(clone, file)]));

/**
 * Makes a module of its own for each table, which only exports the real one again. Without it the bundler could place what
 * programs load in the file of a table, which is not packed.
 */
const table = {
  name: "table",
  /** @param {string} id */
  resolveId: (id) => (id.startsWith("table:") ? id : null),
  /** @param {string} id */
  load: (id) => (id.startsWith("table:") ? `export * from ${JSON.stringify(id.slice("table:".length))};` : null),
};

/** @param {Record<string, string>} files */
const tablesFrom = (files) =>
  Object.fromEntries(Object.entries(from(files)).map(([name, file]) => [name, `table:${file}`]));

/**
 * What a module requires only when it needs it. Sources say `require`, which jest and ts-node understand; for the bundler
 * it must be an import.
 */
const late = {
  name: "late",
  /** @param {string} code */
  transform: (code) => code.replace(/\brequire\(("\.[^"]+")\)/g, "import($1)"),
};

/** @type {import("rollup").RollupOptions & { output: import("rollup").OutputOptions }} */
export const modules = {
  input: { ...from({ ...imported, ...loaded }), ...tablesFrom(tables) },
  external: outside,
  plugins: [
    table,
    written,
    typescript({
      tsconfig: path.join(clone, "tsconfig.build.json"),
      compilerOptions: { module: "ESNext", moduleResolution: "Bundler", declaration: false, removeComments: true },
      noEmitOnError: true,
    }),
    late,
  ],
  output: {
    format: "cjs",
    exports: "named",
    interop: "auto",
    strict: true,
    generatedCode: "es2015",
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
    hoistTransitiveImports: false,
    manualChunks: chunkOf(Object.values(from(loaded))),
  },
};

/** @type {import("rollup").RollupOptions & { output: import("rollup").OutputOptions }} */
export const declarations = {
  input: from(imported),
  external: outside,
  plugins: [dts({ tsconfig: path.join(clone, "tsconfig.build.json") })],
  output: { format: "es", entryFileNames: "[name].d.ts", chunkFileNames: "[name].d.ts" },
};
