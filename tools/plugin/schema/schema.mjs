import { createRequire } from "node:module";
import { settings } from "./configuration.mjs";
import { functions } from "./functions.mjs";
import { resources } from "./resources.mjs";

const require = createRequire(import.meta.url);

/** The plugin's schema, made of the tables and documentation of the provider. It needs the built package. */
export function schema() {
  const { version, description, license, keywords } = require("../../../package.json");
  /** @type {Record<string, object>} */
  const types = {};
  const found = { resources: resources(types), functions: functions(types) };
  const variables = settings();
  return {
    name: "otc",
    displayName: "Open Telekom Cloud DCS",
    version,
    description,
    keywords,
    license,
    config: { variables },
    provider: {
      description:
        "The account, project and region of Open Telekom Cloud, and how to sign in. What is left out is taken from the environment, then from clouds.yaml.",
      inputProperties: variables,
    },
    types: Object.fromEntries(Object.entries(types).sort(([a], [b]) => (a < b ? -1 : 1))),
    ...found,
    language: {
      csharp: { namespaces: { otc: "Otc", dcs: "Dcs" }, respectSchemaVersion: true },
      go: { importBasePath: "pulumi-otc/sdk/go/otc", respectSchemaVersion: true, generateResourceContainerTypes: true },
      nodejs: { packageName: "pulumi-otc", respectSchemaVersion: true },
      python: { packageName: "pulumi_otc", respectSchemaVersion: true, pyproject: { enabled: true } },
    },
  };
}
