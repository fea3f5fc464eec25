import type { Cell } from "../cell";
import { ofBusy, ofModifying, ofReading, ofReadingForLong, some } from "../kinds";
import { createOutcomes, other } from "./create-outcomes";
import { calls, cell, cellsAt } from "./steps";

const signIn = [
  ...cellsAt("create", "sign-in", { on: calls.signIn }, ofReading),
  ...cellsAt("create", "sign-in", { on: calls.signIn }, some(ofReadingForLong, "500 all the time")),
];

const catalogue = [
  ...cellsAt("create", "products", { on: calls.products }, ofReading),
  ...cellsAt("create", "products", { on: calls.products }, ofReadingForLong),
  ...cellsAt("create", "zones", { on: calls.zones }, some(ofReading, "hang", "500", "cut JSON", "200 {}", "200 HTML")),
  ...cellsAt("create", "zones", { on: calls.zones }, some(ofReadingForLong, "500 all the time", "200 {} all the time")),
];

const lookUp = [
  ...cellsAt("create", "look-up by name", { on: calls.list }, ofReading),
  ...cellsAt("create", "look-up by name", { on: calls.list }, ofReadingForLong),
];

const order = [
  ...cellsAt("create", "POST", { on: calls.order }, ofModifying),
  ...cellsAt("create", "POST", { on: calls.order }, ofBusy),
];

// The first look at a fresh instance, and the one after it serves.
const wait = [
  ...cellsAt("create", "poll", { on: calls.read }, ofReading),
  ...cellsAt("create", "poll", { on: calls.read }, ofReadingForLong, { timeouts: { create: "40s" } }),
  ...cellsAt("create", "read back", { on: calls.read, after: 1 }, ofReading),
  ...cellsAt("create", "read back", { on: calls.read, after: 1 }, ofReadingForLong, { timeouts: { create: "40s" } }),
];

// Answers that come at once: the engine checks one resource after the other.
const quick = some(ofReading, "500", "502 HTML", "cut JSON", "200 {}", "200 HTML", "token expired");

const check: Cell[] = [
  ...cellsAt("create", "check: look-up by name", { on: calls.list }, quick, { liveChecks: true }),
  ...cellsAt("create", "check: products", { on: calls.products }, quick, { liveChecks: true }),
  ...cellsAt("create", "check: zones", { on: calls.zones }, quick, { liveChecks: true }),
  ...cellsAt("create", "check: sign-in", { on: calls.signIn }, some(ofReading, "500", "502 HTML", "cut JSON"), {
    liveChecks: true,
  }),
  cell("create", "check: look-up by name", "foreign instance of this name", [], {
    liveChecks: true,
    // A refused check ends the run for those that are still to be checked.
    alone: true,
    before: ({ foreign, name }) => foreign({ name, ...other }),
  }),
];

// Set once the cache serves, and read before and after.
const tuned = { args: { parameters: { timeout: 300 } } };
const encrypted = { args: { enableSsl: true } };
const forLong = { timeouts: { create: "40s" } };

const settings = [
  ...cellsAt("create", "parameters", { on: calls.configs }, ofModifying, tuned),
  ...cellsAt("create", "parameters", { on: calls.configs }, ofBusy, tuned),
  ...cellsAt("create", "read the parameters", { on: calls.readConfigs }, ofReading, tuned),
  ...cellsAt("create", "read the parameters", { on: calls.readConfigs }, ofReadingForLong, { ...tuned, ...forLong }),
  ...cellsAt("create", "read the parameters back", { on: calls.readConfigs, after: 1 }, ofReading, tuned),
  ...cellsAt("create", "TLS", { on: calls.ssl }, ofModifying, encrypted),
  ...cellsAt("create", "TLS", { on: calls.ssl }, ofBusy, encrypted),
  ...cellsAt("create", "read TLS", { on: calls.readSsl }, ofReading, encrypted),
  ...cellsAt("create", "read TLS", { on: calls.readSsl }, ofReadingForLong, { ...encrypted, ...forLong }),
  ...cellsAt("create", "read the job of TLS", { on: calls.job }, ofReading, encrypted),
  ...cellsAt("create", "read the job of TLS", { on: calls.job }, ofReadingForLong, { ...encrypted, ...forLong }),
];

const open = { args: { whitelist: [{ groupName: "web", ipList: ["10.1.0.0/16"] }] } };

// What a new cache gets as soon as it serves.
const afterwards = [
  ...cellsAt("create", "whitelist", { on: calls.whitelist }, ofModifying, open),
  ...cellsAt("create", "whitelist", { on: calls.whitelist }, ofBusy, open),
  ...cellsAt("create", "read the whitelist", { on: calls.readWhitelist }, ofReading, open),
];

export const createCells: readonly Cell[] = [
  ...check,
  ...signIn,
  ...catalogue,
  ...lookUp,
  ...order,
  ...wait,
  ...afterwards,
  ...settings,
  ...createOutcomes,
];
