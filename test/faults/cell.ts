import type { DcsInstanceArgs } from "pulumi-otc-dcs";
import type { FaultPlan, FaultTarget } from "../../emulator/faults/fault";
import type { Kind } from "./kinds";

/** `backup` and `restore`: a `DcsBackup` or a `DcsRestore` of a cache that serves is created. */
export type Operation = "create" | "update" | "replace" | "refresh" | "delete" | "backup" | "restore";

/** The process that is killed: the command `pulumi`, or the one of the provider's methods. */
export type Victim = "cli" | "provider";

/** A fault of a cell, still without the project it is aimed at. */
export type Planned = Kind & { readonly on?: Omit<FaultTarget, "project">; readonly after?: number };

/** What can be done behind the provider's back. */
export interface Backstage {
  /** The cell's own instance: sets its status. */
  setStatus(status: string): void;
  /** The cell's own instance: sets its password. */
  setPassword(password: string): void;
  /** The cell's own instance: takes it away. */
  remove(): Promise<void>;
  /** Somebody else's instance in the same project. `fields` are those of the API. */
  foreign(fields: { readonly name: string } & Record<string, unknown>): Promise<unknown>;
  /** Calls back after a time. */
  later(ms: number, work: () => unknown): void;
  /** Calls back when the next call to DCS with this method comes in. */
  onCall(method: "GET" | "POST" | "PUT" | "DELETE", work: () => unknown): void;
  /** Closes the port of the local DCS. */
  stopListening(): Promise<void>;
  /** Kills a process of the run that is going on. */
  kill(victim: Victim): Promise<void>;
  resumeListening(): Promise<void>;
  /** The name the cell's instance bears, or is to bear. */
  readonly name: string;
}

/** One case: one operation on one cache (or one record of it), one step of it, one thing that goes wrong there. */
export interface Cell {
  readonly operation: Operation;
  readonly step: string;
  readonly fault: string;
  readonly plans: readonly Planned[];
  /** What is declared besides the usual cache, from the start. */
  readonly args?: Partial<DcsInstanceArgs>;
  /** What the struck `up` changes. */
  readonly change?: Partial<DcsInstanceArgs>;
  readonly timeouts?: { readonly create?: string; readonly update?: string; readonly delete?: string };
  /**
   * Not in a program with others. With `--continue-on-error`, which keeps cells apart, the engine (3.259) waits for ever
   * once the delete before a replacement has failed.
   */
  readonly alone?: boolean;
  /** Whether `check` asks the service, as it does by default. Here it does not unless said so: it would meet the fault first. */
  readonly liveChecks?: boolean;
  /** Happens right before the struck run. */
  readonly before?: (backstage: Backstage) => unknown;
}

export const titleOf = ({ operation, step, fault }: Cell): string => `${operation} / ${step} / ${fault}`;

/** The faults of a cell as the local DCS takes them, aimed at the cell's project. */
export const plansFor = (cell: Cell, project: string): FaultPlan[] =>
  cell.plans.map(({ on, with: fault, ...rest }) => ({
    ...rest,
    on: { ...on, project },
    with: typeof fault === "function" ? fault() : fault,
  }));
