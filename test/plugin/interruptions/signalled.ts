import { type Emulator, startEmulator } from "../../../emulator";
import { HELD, MOMENTS, type Moment } from "../../engine/interruptions/moments";
import { oneCache } from "../support/programs";
import { YamlStack } from "../support/yaml-stack";
import { hasEnded, isAlive, orders, pause, pluginOf } from "./processes";

/** Signals to the command while a cache is created, and when. */
export interface Signals {
  readonly title: string;
  readonly moment: Moment;
  /** Process ids of the command and of its plugin. */
  readonly send: (command: number, plugin: number) => Promise<void>;
}

/** What the signals and the runs after them came to. */
export interface Signalled {
  readonly failed: boolean;
  readonly output: string;
  /** Until the command ended, in milliseconds. */
  readonly took: number;
  readonly pluginEnded: boolean;
  readonly idInState: boolean;
  /** What the next `up` printed without `onNameConflict`, if it stopped. */
  readonly stopped: string | undefined;
  readonly instances: number;
  readonly orders: number;
  /** The one instance is the one that the signals met, if they met one, and the one in the state. */
  readonly sameId: boolean;
  /** The `up` that converges succeeded, and one more changes nothing. */
  readonly settled: boolean;
}

const [ORDERING, ORDERED, WAITING] = [1, 2, 5].map((at) => MOMENTS[at]) as [Moment, Moment, Moment];

const signal = (id: number, name: NodeJS.Signals): void => {
  // The first signal may have ended it already.
  if (isAlive(id)) process.kill(id, name);
};

const once =
  (name: NodeJS.Signals): Signals["send"] =>
  async (command) =>
    signal(command, name);

/** The plugin is stopped meanwhile, so that it cannot hear of the first signal before the second. */
const unheard: Signals["send"] = async (command, plugin) => {
  signal(plugin, "SIGSTOP");
  signal(command, "SIGINT");
  await pause(100);
  signal(command, "SIGINT");
  while (isAlive(command)) await pause(20);
  signal(plugin, "SIGCONT");
};

const after =
  (ms: number): Signals["send"] =>
  async (command) => {
    signal(command, "SIGINT");
    await pause(ms);
    signal(command, "SIGINT");
  };

/** Signals that the command hears once: the plugin keeps the id. */
export const ONCE: readonly Signals[] = [
  { title: "SIGINT", moment: WAITING, send: once("SIGINT") },
  { title: "SIGTERM", moment: WAITING, send: once("SIGTERM") },
];

/** Signals that may end the command before it knows the id. */
export const ABRUPT: readonly Signals[] = [
  { title: "SIGINT while the order is on its way", moment: ORDERING, send: once("SIGINT") },
  { title: "SIGINT while the answer to the order is on its way", moment: ORDERED, send: once("SIGINT") },
  { title: "SIGINT twice, the second before the plugin hears of the first", moment: WAITING, send: unheard },
  { title: "SIGINT twice, the second 30 ms later", moment: WAITING, send: after(30) },
];

/** Lets instances serve once a run asks for them by their id. */
function serveWhoIsWaitedFor(dcs: Emulator): () => void {
  const since = dcs.journal.length;
  const look = setInterval(() => {
    for (const { id, status } of dcs.instances())
      if (status === "CREATING" && dcs.journal.slice(since).some(({ path }) => path.endsWith(`/instances/${id}`)))
        dcs.tamper(id, { status: "RUNNING" });
  }, 20);
  return () => clearInterval(look);
}

export async function signalled({ moment, send }: Signals): Promise<Signalled> {
  const dcs = await startEmulator({ redis: false, createMs: Number.POSITIVE_INFINITY });
  const stack = await YamlStack.create(dcs.env);
  let stopServing = () => {};
  try {
    await stack.write(oneCache());
    const up = stack.start("up", "--yes", "--skip-preview");
    await moment.come(dcs);
    const plugin = await pluginOf(up.id);
    const since = Date.now();
    // A call that is held has arrived by then.
    const arrived = pause(HELD);
    await send(up.id, plugin);
    const { failed, output } = await up.ended;
    const took = Date.now() - since;
    const pluginEnded = await hasEnded(plugin);
    await arrived;
    const met = dcs.instances()[0]?.id;
    const idInState = (await stack.ids()).some((id) => id === met);
    stopServing = serveWhoIsWaitedFor(dcs);
    const plain = await stack.up();
    if (plain.failed) await stack.write(oneCache({ onNameConflict: "adopt" }));
    const last = plain.failed ? await stack.up() : plain;
    const again = await stack.up("--expect-no-changes");
    const [instance] = dcs.instances();
    const [kept] = await stack.ids();
    return {
      failed,
      output,
      took,
      pluginEnded,
      idInState,
      stopped: plain.failed ? plain.output : undefined,
      instances: dcs.instances().length,
      orders: orders(dcs),
      sameId: kept !== undefined && kept === instance?.id && (met === undefined || met === kept),
      settled: !last.failed && !again.failed,
    };
  } finally {
    stopServing();
    await stack.close();
    await dcs.close();
  }
}
