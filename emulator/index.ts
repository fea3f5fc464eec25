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
export type { JournalEntry } from "./journal";
export type { EmulatorOptions } from "./options";
export type { SignInWays } from "./sign-in-ways";
