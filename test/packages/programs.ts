import type { Cell, Kind } from "./cells";

const ARGUMENTS = `{
  engineVersion: "6.0",
  cacheMode: "ha",
  capacity: 2,
  availableZones: ["eu-de-01", "eu-de-02"],
  vpcId: "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10",
  subnetId: "c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6",
  noPasswordAccess: true,
}`;

const MODULE = `import * as pulumi from "@pulumi/pulumi";
import { DcsInstance } from "pulumi-otc-dcs";

const cache = new DcsInstance("sessions", ${ARGUMENTS});

export const endpoint = pulumi.interpolate\`\${cache.endpoint}\`;
`;

const COMMONJS = `const pulumi = require("@pulumi/pulumi");
const { DcsInstance } = require("pulumi-otc-dcs");

const cache = new DcsInstance("sessions", ${ARGUMENTS});

exports.endpoint = pulumi.interpolate\`\${cache.endpoint}\`;
`;

/** As in Pulumi's template for TypeScript. */
const TEMPLATE = { strict: true, outDir: "bin", target: "es2020", module: "commonjs", moduleResolution: "node" };

const NODENEXT = { strict: true, outDir: "bin", target: "es2022", module: "nodenext", moduleResolution: "nodenext" };

/** What a program consists of. */
export interface Program {
  readonly file: string;
  readonly text: string;
  readonly compilerOptions?: object;
  /** The project is one of ES modules. */
  readonly esm?: true;
  /** The command of the project that makes what Pulumi runs. */
  readonly build?: "tsc" | "esbuild" | "esbuild-whole";
  /** What Pulumi runs. */
  readonly main: string;
  /** The project has no compiler of its own, so that Pulumi takes the one it brings. */
  readonly vendored?: true;
  /** The package is taken away after the build, as where only the bundle is deployed. */
  readonly removed?: true;
}

export const PROGRAMS: Readonly<Record<Kind, Program>> = {
  typescript: { file: "index.ts", text: MODULE, compilerOptions: TEMPLATE, main: "index.ts" },
  "typescript-vendored": {
    file: "index.ts",
    text: MODULE,
    compilerOptions: TEMPLATE,
    main: "index.ts",
    vendored: true,
  },
  "typescript-compiled": {
    file: "index.ts",
    text: MODULE,
    compilerOptions: TEMPLATE,
    build: "tsc",
    main: "bin/index.js",
  },
  "typescript-nodenext": { file: "index.ts", text: MODULE, compilerOptions: NODENEXT, main: "index.ts" },
  "typescript-nodenext-esm": {
    file: "index.ts",
    text: MODULE,
    compilerOptions: NODENEXT,
    esm: true,
    build: "tsc",
    main: "bin/index.js",
  },
  "typescript-esm": { file: "index.ts", text: MODULE, compilerOptions: NODENEXT, esm: true, main: "index.ts" },
  "javascript-cjs": { file: "index.js", text: COMMONJS, main: "index.js" },
  "javascript-esm": { file: "index.js", text: MODULE, esm: true, main: "index.js" },
  bundled: { file: "index.ts", text: MODULE, compilerOptions: TEMPLATE, build: "esbuild", main: "bin/index.js" },
  "bundled-whole": {
    file: "index.ts",
    text: MODULE,
    compilerOptions: TEMPLATE,
    build: "esbuild-whole",
    main: "bin/index.js",
  },
  "bundled-alone": {
    file: "index.ts",
    text: MODULE,
    compilerOptions: TEMPLATE,
    build: "esbuild-whole",
    removed: true,
    main: "bin/index.js",
  },
};

const compilers = ({ compilerOptions, build, vendored }: Program): Record<string, string> =>
  compilerOptions === undefined || vendored
    ? {}
    : { "@types/node": "^20", typescript: "^5.9.3", ...(build?.startsWith("esbuild") ? { esbuild: "0.28.2" } : {}) };

/** The project's `package.json`. @param packed The packed package. */
export const manifest = (program: Program, { pulumi }: Cell, packed: string): object => ({
  name: "caches",
  version: "1.0.0",
  private: true,
  main: program.main,
  ...(program.esm ? { type: "module" } : {}),
  dependencies: { "@pulumi/pulumi": pulumi, "pulumi-otc-dcs": `file:${packed}` },
  devDependencies: compilers(program),
});
