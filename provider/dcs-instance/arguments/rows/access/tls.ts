import { joined } from "../../../../resource/check/suggestions";
import type { Values } from "../../../../resource/describe/argument";
import { dataLostByRestart } from "../../../values/access/restart";
import { MODES, TLS_MODES } from "../../../values/editions";
import { orElse, sameBy } from "../../../values/meanings";
import { factValue } from "../../../values/served";
import type { InstanceArgument } from "../../row/instance-argument";

const effect = (state: Values, { enableSsl, ...others }: Values): string => {
  const why = enableSsl === undefined ? "is no longer declared, so TLS is switched off, which restarts" : "restarts";
  const clients = enableSsl === true ? "clients must use TLS from then on" : "clients use no TLS from then on";
  const loss = dataLostByRestart(state, others);
  return `${why} the cache: connections are cut for seconds, and ${clients}${loss === undefined ? "" : `; ${loss}`}`;
};

/** How a URL begins. */
export const schemeOf = ({ enableSsl }: { readonly enableSsl?: boolean }): string => (enableSsl ? "rediss" : "redis");

/** Whether connections are encrypted. */
export const TLS = {
  enableSsl: {
    since: "6.0",
    notIn: {
      modes: MODES.filter((mode) => !TLS_MODES.includes(mode)),
      remedy: `is available only for ${joined(TLS_MODES)} caches: remove it`,
    },
    asks: "ssl",
    // The field of the create request is reserved and switches nothing on.
    afterCreate: true,
    schema: { type: "boolean" },
    change: { how: "tls", effect },
    affects: ["connectionString"],
    same: sameBy("enableSsl", orElse(false)),
    served: ({ facts }) => factValue(facts?.ssl, ({ enabled }) => enabled),
    implied: (value) => value !== true,
  },
} as const satisfies Readonly<Record<string, InstanceArgument>>;
