import { secret } from "@pulumi/pulumi";
import { type ExpectedCall, ha, inPlace, type Row, withPassword } from "./row";

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
];
