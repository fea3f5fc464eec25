import { isDeepStrictEqual } from "node:util";
import type { Change, Values } from "../../../../resource/describe/argument";
import { EDITION_3, editionOf } from "../../../values/editions";
import { lowerCase, orElse, sameBy } from "../../../values/meanings";
import { answered, truth } from "../../../values/served";
import { FIXED, type InstanceArgument, replace, uuid } from "../../row/instance-argument";

function samePassword(state: Values, declared: Values): boolean {
  // Of a cache that is used without a password, none is in force.
  if (state.noPasswordAccess === true && declared.noPasswordAccess === true) return true;
  return isDeepStrictEqual(state.password, declared.password);
}

const isFree = ({ noPasswordAccess }: Values): boolean => noPasswordAccess === true;

/** Changed without a restart, with or without the old password. */
const password: Change = { how: "password" };

/** Who may use an instance, and how. */
export const ACCESS = {
  password: {
    schema: { type: "string", secret: true },
    change: {
      ...password,
      // Where the cache has none, or is to have none, noPasswordAccess says what that means.
      effect: (state, declared) =>
        isFree(state) || isFree(declared)
          ? undefined
          : "will be changed; data and address stay; give clients the new one",
    },
    fields: ["new_password"],
    same: samePassword,
    affects: ["connectionString"],
    answered: false,
    toCreate: ({ password }) => ({ password }),
  },
  noPasswordAccess: {
    since: "4.0",
    schema: { type: "boolean" },
    change: {
      ...password,
      effect: (_, declared) =>
        isFree(declared)
          ? "takes the password away; data and address stay: anybody who reaches the cache may use it"
          : "sets a password; data and address stay: clients without it will be refused",
    },
    same: sameBy("noPasswordAccess", orElse(false)),
    affects: ["password", "connectionString"],
    // The 3.0 edition does not know the field. The later one requires it, as a string.
    toCreate: ({ noPasswordAccess, engineVersion }) => ({
      no_password_access:
        editionOf(engineVersion) === EDITION_3 && noPasswordAccess === undefined
          ? undefined
          : String(noPasswordAccess ?? false),
    }),
    served: ({ no_password_access }) => answered(no_password_access, truth),
    implied: (value) => value !== true,
  },
  enablePublicip: {
    since: "4.0",
    schema: { type: "boolean" },
    change: replace(FIXED),
    same: sameBy("enablePublicip", orElse(false)),
    toCreate: ({ enablePublicip }) => ({ enable_publicip: enablePublicip }),
    served: ({ enable_publicip }) => answered(enable_publicip, truth),
    implied: (value) => value !== true,
  },
  publicipId: {
    since: "4.0",
    schema: uuid("id of the elastic IP", "Elastic IP console"),
    change: replace(FIXED),
    same: sameBy("publicipId", lowerCase),
    toCreate: ({ publicipId }) => ({ publicip_id: publicipId }),
    served: ({ publicip_id }) => answered(publicip_id),
  },
} as const satisfies Readonly<Record<string, InstanceArgument>>;
