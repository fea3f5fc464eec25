import type { SchemaObject } from "ajv";
import type { Run } from "../../process/run";
import type { Arguments, Values } from "./argument";
import type { Failure } from "./failure";
import type { Operations } from "./operations";
import type { Sighting } from "./wait";

/** Bounds of a call. */
export interface Within {
  /** Milliseconds since the epoch. No try starts later. */
  readonly deadline?: number;
}

/** What a status means for a wait. */
export type StatusClass = "serving" | "failed" | "transitional" | "stopped";

/** The statuses that the kit must know, in upper case. Any other counts as transitional, until the time limit. */
export interface Statuses {
  readonly classes: Readonly<Record<string, StatusClass>>;
  /** The resource never served and never will. It holds no data. */
  readonly createFailed: string;
  /** The resource is being created. */
  readonly creating: string;
  /** Other statuses in which it is being created. */
  readonly alsoCreating?: readonly string[];
  /** The resource is being deleted. */
  readonly deleting: string;
}

/** The calls of the service, and how to read its answers. `L` is the answer of a read. */
export interface Calls<C, L> {
  read(service: C, id: string, within?: Within): Promise<L>;
  /** Absent: the service cannot delete it. A delete then only ends what Pulumi knows of it. */
  delete?(service: C, id: string, within?: Within): Promise<void>;
  /** Lists all resources in one call, so that many waits cost one call. Absent: each resource is read by itself. */
  list?(service: C, within?: Within): Promise<Sighting[]>;
  sightingOf(live: L): Sighting;
  /** What a serving resource is busy with, if the service says so. It takes no change until that is over. */
  occupation?(service: C, live: L, within?: Within): Promise<string | undefined>;
  /** The service does not know the resource, or no longer knows it. */
  isNotFound(error: unknown): boolean;
  /** The resource is busy; the same call succeeds later. */
  isBusy(error: unknown): boolean;
}

/** What a step gets. */
export interface StepContext<C, L> {
  readonly service: C;
  readonly id: string;
  /** The resource as it was just read. */
  readonly live: L;
  /** The state before the update. */
  readonly state: Values;
  readonly declared: Values;
  /** The arguments this step has to change. */
  readonly properties: readonly string[];
  /** Milliseconds since the epoch. */
  readonly deadline: number;
}

/** A part of a step that was begun. The rest of the step waits until the resource shows the part. */
export interface Stage<L> {
  /** What was asked for; the words follow "the service took". */
  readonly what: string;
  /** True if the resource shows it. */
  reached(live: L): boolean | Promise<boolean>;
  /** What the resource shows instead; the words follow "the cache is still". */
  instead(live: L): string;
}

/** A way to change a running resource in place. */
export interface Step<C, L> {
  /**
   * Makes the calls. They may be repeated, so they ask for absolute values, never for "one more".
   *
   * @param begun Takes a part that was begun. The step is carried out again once the resource shows the part, until
   *   nothing is left to change.
   */
  carryOut(context: StepContext<C, L>, begun: (stage: Stage<L>) => void): Promise<void>;
  /** True: the change is done when the service answers. False: it only begins then. */
  readonly atOnce: boolean;
}

/** What the service says about a declaration before anything is changed. */
export interface Findings {
  readonly failures: readonly Failure[];
  /** What the update will do that Pulumi itself does not show. */
  readonly lines: readonly string[];
  /** Why the service could not be asked. Its checks then happen at the update. */
  readonly warning?: string;
  /** Outputs of a resource that is to be created, as far as they are certain before. */
  readonly foreseen?: Values;
}

/** What `lookAhead` is told about the resource. */
export interface Outlook {
  /** True if it is to be created, and not in the place of another one. */
  readonly isNew: boolean;
  /** True if no argument is known to be wrong. */
  readonly isSound: boolean;
  /** What was declared before. Empty for a resource that is to be created, also in the place of another one. */
  readonly olds: Values;
}

export interface Created {
  readonly id: string;
  readonly state: Values;
}

/** The description of a resource type. `C` is the open client of the service. */
export interface ResourceType<C extends object, L> {
  /** What messages call a resource of the type, e.g. `cache`. */
  readonly noun: string;
  /** What a replacement loses, as in "its data and address". */
  readonly lost: string;
  readonly schema: SchemaObject;
  readonly arguments: Arguments;
  /** The steps that change a resource in place, in the order in which an update takes them. */
  readonly steps: Readonly<Record<string, Step<C, L>>>;
  readonly statuses: Statuses;
  readonly calls: Calls<C, L>;
  /** Default limits of `customTimeouts`, in milliseconds. */
  readonly timeouts: Readonly<Record<"create" | "update" | "delete", number>>;
  /** Opens the service for the place that the values name. Throws if the configuration is wrong. */
  connect(run: Run, at: Values): C;
  /** What is wrong with the configuration for this resource. Makes no call. */
  problems?(run: Run, inputs: Values): readonly string[];
  /** The inputs with defaults for what the program does not declare. */
  withDefaults?(run: Run, inputs: Values): Values;
  /** The declaration with the arguments that it implies. */
  implied?(declared: Values): Values;
  /** Asks the service what only it knows. `inputs` contain no argument that is known to be wrong. */
  lookAhead?(run: Run, inputs: Values, outlook: Outlook): Promise<Findings>;
  /** Why an update in place would fail, as far as the resource itself shows it. */
  obstacleToUpdate?(
    run: Run,
    id: string,
    state: Values,
    declared: Values,
    modified: readonly string[],
  ): Promise<string | undefined>;
  /** Why a replacement would fail after the old resource is deleted. */
  obstacleToReplacement?(run: Run, declared: Values): Promise<string | undefined>;
  /**
   * The state of what was read. Values that mean the same are written as declared.
   *
   * @param asked Arguments that the state must show beside the declared ones, if that takes calls of their own.
   */
  toState(service: C, declared: Values, live: L, asked?: readonly string[]): Promise<Values>;
  /** The arguments with which a program declares what exists. Absent: all that the state shows. */
  declarationOf?(service: C, id: string, shown: Values, state: Values): Promise<Values>;
  /** Creates a resource or takes an existing one over, and waits until it serves. */
  create(operations: Operations<L>, service: C, inputs: Values): Promise<Created>;
  /** Wraps work that may belong to a refresh or a destroy, which do not run the program. */
  outsideProgram?<T>(run: Run, at: Values, work: () => Promise<T>): Promise<T>;
  /** Where the service is, for messages. */
  place?(service: C): Promise<string>;
  /** What the state records about the place, so that the resource is found there later. */
  placeOf?(service: C, values: Values): Promise<Values>;
  /** The id and what else is in an id that a program gives to `get`; the engine keeps that id. Absent: nothing else is. */
  parseId?(given: string): { readonly id: string; readonly at: Values };
  /** True: it stays in the state although the service no longer shows it. Absent: it leaves the state. */
  outlives?(service: C, state: Values): Promise<boolean>;
  /** True: a replacement makes the new one first. Absent: the old one must make room, because both have one name. */
  readonly newComesFirst?: true;
  /** What a replacement does, as it follows `x 1 -> 2` in a sentence. Absent: it loses what `lost` names. */
  readonly replacement?: string;
  /** What to do about a resource whose status is `stopped` or `failed`. */
  readonly remedies?: Readonly<{ stopped?: string; failed?: string }>;
}

/** What messages call this resource. */
export function labelOf({ noun }: { readonly noun: string }, { name }: Values, id?: string): string {
  if (name === undefined) return id === undefined ? `a ${noun}` : `${noun} ${id}`;
  return `${noun} "${name}"${id === undefined ? "" : ` (${id})`}`;
}
