import type { Input } from "@pulumi/pulumi";

/** Addresses that may connect to a cache. */
export interface WhitelistGroupArgs {
  /** Name of the group, for people. Required. */
  groupName: Input<string>;
  /** IPv4 addresses and ranges, e.g. `"10.1.2.3"` or `"10.1.0.0/16"`; at least one. A range starts at its first address. Required. */
  ipList: Input<Input<string>[]>;
}

type RenamableCommand =
  | "command"
  | "keys"
  | "flushdb"
  | "flushall"
  | "hgetall"
  | "scan"
  | "hscan"
  | "sscan"
  | "zscan"
  | "dbsize"
  | "dbstats";

/**
 * New names of dangerous commands: 4 to 64 letters, digits, `_` and `-`, starting with a letter. A command that is not
 * listed keeps its name. `dbsize` and `dbstats` are for mode `proxy` only.
 */
export type RenameCommandsArgs = Partial<Record<RenamableCommand, Input<string>>>;
