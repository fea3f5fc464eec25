/**
 * What tests of a program with caches need: a local DCS in the test's own process, and the outputs of resources that are
 * only mocked. The guide is docs/guides/testing.md.
 *
 * @example
 * import { mockedOutputs, startEmulator } from "pulumi-otc-dcs/testing";
 */
export type { InstanceSnapshot, Tampering } from "../emulator";
export type { Fault, FaultHandle, FaultPlan, FaultTarget } from "../faults/fault";
export type { JournalEntry } from "../http/exchange/journal";
export { type LocalDcs, type LocalDcsOptions, startEmulator } from "./local-dcs";
export { type MockedResource, mockedOutputs } from "./mocked-outputs";
