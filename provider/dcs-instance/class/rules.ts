import type { Input } from "@pulumi/pulumi";
import type { Given, If, Is, Later, Refused, Strict, ValueOf } from "../../resource/typing/fitting";
import type { AnyText } from "../../resource/typing/open";
import type { DcsInstanceArgs, DcsInstanceArgsFrom4 } from "../values/args";
import type { WindowHour } from "../values/backup/hours";
import type { DocumentedParametersArgs } from "../values/parameters/args";

/** Arguments that came with 4.0. A test compares them with the table of arguments. */
export type From4 = keyof DcsInstanceArgsFrom4;

type UpTo6 = "3.0" | "4.0" | "5.0" | "6.0";
type From4To7 = "4.0" | "5.0" | "6.0" | "7.0";

/** Why an argument must not stand beside the others, for those of the conditional rules that need no run; else `never`. */
type Objection<A, K> =
  | (K extends From4 ? If<Is<A, "engineVersion", "3.0">, "is available only from engineVersion 4.0 on", never> : never)
  | (K extends "password"
      ? If<Is<A, "noPasswordAccess", true>, "contradicts noPasswordAccess: true: keep one of the two", never>
      : never)
  | (K extends "productId"
      ? If<Given<A, "cacheMode">, "says the same as cacheMode: keep one of the two", never>
      : never)
  | (K extends "replicas" ? If<Given<A, "productId">, "is part of productId already", never> : never)
  | (K extends "securityGroupId"
      ? If<Is<A, "engineVersion", From4To7>, "has no effect from Redis 4.0 on: use whitelist", never>
      : never)
  | (K extends "enableSsl"
      ?
          | If<Is<A, "engineVersion", "3.0" | "4.0" | "5.0">, "is available only from engineVersion 6.0 on", never>
          | If<Is<A, "cacheMode", "proxy" | "ha_rw_split">, "is available only for single, ha and cluster", never>
      : never)
  | (K extends "instanceBackupPolicy"
      ? If<Is<A, "cacheMode", "single">, "is not available for single-node caches", never>
      : never)
  | (K extends "reservedIps"
      ? If<
          Is<A, "cacheMode", "single" | "ha" | "ha_rw_split" | "proxy">,
          "names shards, and only clusters have some",
          never
        >
      : never);

/** An argument's type beside the others. */
type Declared<A, K extends keyof DcsInstanceArgs> = K extends "cacheMode"
  ? If<Is<A, "engineVersion", "3.0" | "7.0">, Input<"single" | "ha" | "cluster" | AnyText>, DcsInstanceArgs[K]>
  : K extends "maintainBegin" | "maintainEnd"
    ? "templateId" extends keyof A
      ? DcsInstanceArgs[K]
      : If<Is<A, "engineVersion", UpTo6>, Input<WindowHour | AnyText>, DcsInstanceArgs[K]>
    : K extends "parameters"
      ? ParametersBeside<ValueOf<A, K>>
      : DcsInstanceArgs[K];

// Another parameter than the documented ones can be set by a map whose keys are known only when the program runs.
type ParametersBeside<X> = X extends Later
  ? DcsInstanceArgs["parameters"]
  : string extends keyof X
    ? DcsInstanceArgs["parameters"]
    : Input<DocumentedParametersArgs>;

/** One argument beside the others. */
export type Judged<A, K extends keyof DcsInstanceArgs> = [Objection<A, K>] extends [never]
  ? Strict<Declared<A, K>, ValueOf<A, K>>
  : If<Given<A, K>, Refused<Objection<A, K>>, DcsInstanceArgs[K]>;

type Needed<K extends keyof DcsInstanceArgs> = Required<Pick<DcsInstanceArgs, K>>;

// The compiler names these in its message, so they say what else would do.
interface CacheModeOrProductId {
  cacheMode: NonNullable<DcsInstanceArgs["cacheMode"]>;
}
interface PasswordOrNoPasswordAccess {
  password: NonNullable<DcsInstanceArgs["password"]>;
}

type Lacks<A, K> = [Extract<keyof A, K>] extends [never] ? true : false;

/** What is certainly missing beside the others. */
export type Missing<A> = If<Lacks<A, "cacheMode" | "productId">, CacheModeOrProductId, unknown> &
  If<Lacks<A, "password" | "noPasswordAccess">, PasswordOrNoPasswordAccess, unknown> &
  If<Is<A, "engineVersion", "3.0">, Needed<"password" | "securityGroupId">, unknown> &
  If<Is<A, "noPasswordAccess", false>, Needed<"password">, unknown> &
  If<Is<A, "enablePublicip", true>, Needed<"publicipId">, unknown>;
