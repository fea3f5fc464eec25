import path from "node:path";

const manifest = require.resolve("pulumi-otc-dcs/package.json");

/** Folder of the package. */
export const root = path.dirname(manifest);

/** Version of the package, which is the plugin's as well. */
export const { version } = require(manifest) as { readonly version: string };
