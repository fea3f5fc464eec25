import type { Mode } from "../../values/editions";
import { parseProductCode } from "../../values/product-code";
import { codeOf, modeOf, NOT_ANSWERED } from "../../values/served";
import { REPLICAS } from "../../values/size/shape";
import { chosen, type InstanceArgument, ignore } from "../row/instance-argument";
import { RESIZED, resized } from "./resize";

/** How many nodes an instance has, and which of them stay. */
export const SIZE = {
  replicas: {
    since: "4.0",
    schema: { type: "integer", remedy: "use a whole number of nodes, the master included" },
    change: chosen(resized("replicas")),
    fields: ["node_list"],
    affects: RESIZED,
    served: (live) => {
      const mode = modeOf(live) as Mode | undefined;
      const product = parseProductCode(codeOf(live) ?? "");
      return product.replicas ?? (mode && mode !== "cluster" ? REPLICAS[mode]?.usual : undefined) ?? NOT_ANSWERED;
    },
    implied: (count, { cacheMode }) => count === REPLICAS[cacheMode as Mode]?.usual,
  },
  // It matters only while shards are removed.
  reservedIps: {
    since: "4.0",
    notIn: {
      modes: ["single", "ha", "ha_rw_split", "proxy"],
      remedy: "names the shards of a cluster that stay: remove it, this mode has none",
    },
    schema: {
      type: "array",
      minItems: 1,
      uniqueItems: true,
      remedy: "name at least one address, each once",
      items: {
        type: "string",
        pattern: "^((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}$",
        remedy: 'use an IPv4 address of a node such as "192.168.0.7"',
      },
    },
    change: ignore,
    fields: ["reserved_ip"],
  },
} as const satisfies Readonly<Record<string, InstanceArgument>>;
