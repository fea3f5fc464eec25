import { type ExpectedCall, ha, inPlace, type Row, same, single } from "./row";

/** The call that switches TLS. */
export const switchTls = (enabled: boolean): ExpectedCall => ({ call: "PUT /instances/{id}/ssl", body: { enabled } });

const CUT = "restarts the cache: connections are cut for seconds, and clients";

/** Whether connections are encrypted. */
export const tls: readonly Row[] = [
  inPlace({
    argument: "enableSsl",
    change: "switched on",
    base: ha,
    from: {},
    to: { enableSsl: true },
    calls: [switchTls(true)],
    says: `${CUT} must use TLS from then on`,
  }),
  inPlace({
    argument: "enableSsl",
    change: "switched off",
    base: ha,
    from: { enableSsl: true },
    to: { enableSsl: false },
    calls: [switchTls(false)],
    says: `${CUT} use no TLS from then on`,
  }),
  inPlace({
    argument: "enableSsl",
    change: "switched on for a single node",
    base: single,
    from: {},
    to: { enableSsl: true },
    calls: [switchTls(true)],
    says: `${CUT} must use TLS from then on; a single node keeps nothing over a restart, so all its data is lost`,
  }),
  inPlace({
    argument: "enableSsl",
    change: "removed",
    base: ha,
    from: { enableSsl: true },
    to: {},
    calls: [switchTls(false)],
    says: "is no longer declared, so TLS is switched off, which restarts the cache",
    after: { enableSsl: undefined },
  }),
  same({
    argument: "enableSsl",
    change: "the default spelt out",
    base: ha,
    from: {},
    to: { enableSsl: false },
    after: { enableSsl: undefined },
  }),
];
