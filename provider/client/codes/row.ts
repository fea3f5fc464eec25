import type { ExplainedCode } from "../../http/errors/explained-code";
import { camelCase, withArgumentNames } from "./fields";

/** What one code says. */
export type Row = Omit<ExplainedCode, "number" | "forms">;

type More = Omit<Row, "meaning" | "remedy" | "property">;

/** A row: what it means, and what to do. Both name arguments by their fields of the API, in braces. */
export const code = (meaning: string, remedy: string, more: More = {}): Row => ({
  meaning: withArgumentNames(meaning),
  remedy: withArgumentNames(remedy),
  ...more,
});

/** A row about the argument of a field of the API. */
export const about = (field: string, meaning: string, remedy: string, more: More = {}): Row => ({
  ...code(meaning, remedy, more),
  property: camelCase(field),
});

export const RETRY_LATER = "wait until the instance is no longer busy, then run `pulumi up` again";
export const SOLD_OUT = withArgumentNames(
  "set {available_zones} to another zone, or run `pulumi up` again later: the service looks for free resources every three minutes",
);
export const ASK_SERVICE = "run `pulumi up` again; if the error comes back, give the request id to the service desk";
// A failed record has no request id.
export const ASK_WITH_CODE = "run `pulumi up` again; if it fails again, give its id and this code to the service desk";
export const SIGN_IN_AGAIN = "check the sign-in settings, or get a new token";
export const SCALING =
  "free memory until less than 70 % of the new size is in use, wait until all nodes are well and the load is low, and run `pulumi up` again; or declare what the cache has";
export const NODES = "run `pulumi up` again, which looks at the nodes anew; or declare the replicas that the cache has";
export const RIGHTS = "give the user a role with the DCS permissions of this project (e.g. DCS Administrator)";

export const REPORT =
  "this provider sent something that the service does not accept: report it with the request id, and run `pulumi up` again with the latest version";

const WAITING: Readonly<Record<string, "yes" | "perhaps">> = {
  [RETRY_LATER]: "yes",
  [ASK_SERVICE]: "perhaps",
  [ASK_WITH_CODE]: "perhaps",
  [SCALING]: "perhaps",
  [SOLD_OUT]: "perhaps",
};

/** Whether the same call can succeed later though nobody changes anything. */
export const whetherWaitingHelps = ({ remedy = "" }: Row): "yes" | "perhaps" | "no" => WAITING[remedy] ?? "no";
