export type { CatalogueState } from "./catalogue/live";
export { type Emulator, type InstanceSnapshot, startEmulator, type Tampering } from "./emulator";
export {
  type AnswerFault,
  type BusyCode,
  busyCodes,
  type ConnectionFault,
  type CourseFault,
  type CredentialFault,
  type Fault,
  type FaultHandle,
  type FaultKind,
  type FaultPlan,
  type FaultTarget,
} from "./faults/fault";
export type { JournalEntry } from "./http/exchange/journal";
export type { EmulatorOptions } from "./service/options";
export type { SignInWays } from "./world/accounts/sign-in-ways";
export type { RecordSnapshot } from "./world/instances/details/backups";
export type { KeptInstance } from "./world/instances/kept";
