export { type Emulator, type InstanceSnapshot, startEmulator, type Tampering } from "./emulator";
export type { FaultAnswer, FaultMatch } from "./faults";
export type { JournalEntry } from "./journal";
export type { EmulatorOptions } from "./options";
