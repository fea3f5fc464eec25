import { secret } from "@pulumi/pulumi";
import { type ExpectedCall, ha, inPlace, modify, type Row, same, single, withPassword } from "./row";

const reset = (body: Readonly<Record<string, unknown>>): ExpectedCall => ({
  call: "POST /instances/{id}/password/reset",
  body,
});

/** Who may use a cache, and how, where a change needs version 2 of the API. */
export const access: readonly Row[] = [
  inPlace({
    argument: "noPasswordAccess",
    change: "given up for a password",
    base: ha,
    from: {},
    to: { noPasswordAccess: undefined, password: secret("Local-Kettle-1") },
    says: "sets a password; data and address stay: clients without it will be refused",
    calls: [reset({ new_password: "***" })],
    after: { noPasswordAccess: false },
  }),
  inPlace({
    argument: "noPasswordAccess",
    change: "instead of a password",
    base: withPassword,
    from: {},
    to: { noPasswordAccess: true, password: undefined },
    says: "takes the password away; data and address stay: anybody who reaches the cache may use it",
    calls: [reset({ no_password_access: true })],
    after: { noPasswordAccess: true, password: undefined },
  }),
  inPlace({
    argument: "port",
    change: "set",
    base: ha,
    from: {},
    to: { port: 6380 },
    says: "cuts every connection; data and address stay: clients must connect to port 6380",
    calls: [modify({ port: 6380 })],
  }),
  inPlace({
    argument: "port",
    change: "removed",
    base: ha,
    from: { port: 6380 },
    to: {},
    says: "clients must connect to port 6379",
    calls: [modify({ port: 6379 })],
    after: { port: 6379 },
  }),
  inPlace({
    argument: "renameCommands",
    change: "set",
    base: ha,
    from: {},
    to: { renameCommands: { keys: "cachekeys", flushall: "cacheflushall", flushdb: "cacheflushdb" } },
    says: "restarts the cache: connections are cut for seconds; data and address stay; clients must use the new names",
    calls: [modify({ rename_commands: { keys: "cachekeys", flushall: "cacheflushall", flushdb: "cacheflushdb" } })],
  }),
  inPlace({
    argument: "renameCommands",
    change: "one changed, one removed, one kept",
    base: ha,
    from: { renameCommands: { keys: "cachekeys", scan: "cachescan", hgetall: "cachehgetall" } },
    to: { renameCommands: { keys: "listkeys", hgetall: "cachehgetall" } },
    says: "restarts the cache",
    calls: [modify({ rename_commands: { keys: "listkeys", scan: "scan" } })],
  }),
  inPlace({
    argument: "renameCommands",
    change: "removed from a single node",
    base: single,
    from: { renameCommands: { keys: "cachekeys" } },
    to: {},
    says: "a single node keeps nothing over a restart, so all its data is lost",
    calls: [modify({ rename_commands: { keys: "keys" } })],
    after: { renameCommands: undefined },
  }),
  same({
    argument: "renameCommands",
    change: "to a command's own name",
    base: ha,
    from: {},
    to: { renameCommands: { keys: "keys" } },
    after: {},
  }),
];
