import { type Emulator, startEmulator } from "../../../emulator";
import { encodings } from "../support/encodings";
import { oneCache, PASSWORD } from "../support/programs";
import { EngineStack, type Outcome } from "../support/stack";
import { CREATING, type Moment } from "./moments";

export type Victim = "cli" | "provider";

/** What was observed of one interruption and of the commands after it. */
export interface Observation {
  readonly victim: Victim;
  readonly moment: string;
  /** Right after the interruption. */
  readonly then: {
    readonly instances: number;
    readonly idInState: boolean;
    readonly pending: boolean;
    readonly locked: boolean;
  };
  /** Commands up to the one `up` that converges. */
  readonly commands: readonly string[];
  readonly next: "created" | "taken over" | "waited for" | "failed";
  readonly after: {
    readonly instances: number;
    readonly status: unknown;
    readonly sameId: boolean;
    readonly orders: number;
    /** An `up` after that changes nothing. */
    readonly settled: boolean;
  };
  /** Secrets in all that was printed. */
  readonly secrets: number;
  readonly output: string;
}

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));

const isOrder = ({ method, path, done }: Emulator["journal"][number]): boolean =>
  method === "POST" && path.endsWith("/instances") && done;

export const orders = (dcs: Emulator): number => dcs.journal.filter(isOrder).length;

/** The notes "interrupted while creating". */
export async function pendingIn(stack: EngineStack): Promise<number> {
  const { deployment } = await stack.export();
  return (deployment.pending_operations ?? []).length;
}

/** Strikes the run that is going on. */
export async function strike(stack: EngineStack, victim: Victim, signal: NodeJS.Signals): Promise<() => void> {
  const processes = await stack.processes();
  const id = processes[victim];
  if (id === undefined) throw new Error(`there is no process of the ${victim}`);
  process.kill(id, signal);
  // A provider whose command was killed may go on for long.
  return () => {
    try {
      if (victim === "cli" && processes.provider !== undefined) process.kill(processes.provider, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  };
}

/** Kills one of the processes at the moment, types what the operations guide says, and observes. */
export async function interrupt(victim: Victim, moment: Moment): Promise<Observation> {
  const dcs = await startEmulator({ redis: false, createMs: CREATING, deleteMs: 200 });
  const stack = await EngineStack.create(dcs.env);
  let end = () => {};
  try {
    const printed: string[] = [];
    const heard = (outcome: Outcome): Outcome => {
      printed.push(outcome.output);
      return outcome;
    };
    const up = stack.up(oneCache());
    await moment.come(dcs);
    end = await strike(stack, victim, "SIGKILL");
    heard(await up);
    const then = {
      instances: dcs.instances().length,
      idInState: (await stack.caches()).length > 0,
      pending: (await pendingIn(stack)) > 0,
      locked: await stack.locked(),
    };
    const commands = [...(then.locked ? ["pulumi cancel"] : []), "pulumi up, onNameConflict: adopt"];
    if (then.locked) await stack.cancel();
    // What was on the wire has arrived by the time a person has typed this.
    await pause(1_500);
    const before = dcs.instances()[0]?.id;
    const next = heard(await stack.up(oneCache({ onNameConflict: "adopt" })));
    const [cache] = await stack.caches();
    const again = heard(await stack.up(oneCache({ onNameConflict: "adopt" })));
    const written = [...printed, await stack.stored(), JSON.stringify(dcs.journal)].join("\n");
    const kind = before === undefined ? "created" : then.idInState ? "waited for" : "taken over";
    return {
      victim,
      moment: moment.name,
      then,
      commands,
      next: next.failed ? "failed" : kind,
      after: {
        instances: dcs.instances().length,
        status: dcs.instances()[0]?.status,
        sameId: cache?.id === dcs.instances()[0]?.id,
        orders: orders(dcs),
        settled: !again.failed && Object.keys(again.changes).every((change) => change === "same"),
      },
      secrets: encodings(PASSWORD).filter((form) => written.includes(form)).length,
      output: printed.join("\n----\n"),
    };
  } finally {
    end();
    await stack.close();
    await dcs.close();
  }
}

/** What is not as it must be; nothing when all is well. */
export function faultsOf({ next, after, secrets }: Observation): string[] {
  return [
    ...(next === "failed" ? ["one further up did not converge"] : []),
    ...(after.instances === 1 ? [] : [`${after.instances} instances`]),
    ...(after.orders === 1 ? [] : [`${after.orders} orders`]),
    ...(after.status === "RUNNING" ? [] : [`status ${after.status}`]),
    ...(after.sameId ? [] : ["the state has another id"]),
    ...(after.settled ? [] : ["a second up changed something"]),
    ...(secrets === 0 ? [] : [`${secrets} forms of the password were written`]),
  ];
}
