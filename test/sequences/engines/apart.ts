import { fork } from "node:child_process";
import { once } from "node:events";
import { type Order, playAll, type Summary } from "../play/lanes";

/** An order without what cannot be sent to another process. */
type Sent = Omit<Order, "tell">;

const sum = (all: readonly Summary[], of: (one: Summary) => number): number =>
  all.reduce((total, one) => total + of(one), 0);

const TYPESCRIPT = ["-r", require.resolve("ts-node/register/transpile-only")];

async function child(order: Sent, tell: Order["tell"]): Promise<Summary> {
  const worker = fork(__filename, [], { execArgv: TYPESCRIPT, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const ended = once(worker, "exit").then(() => Promise.reject(new Error("a process of the sequences ended early")));
  worker.send(order);
  const [summary] = (await Promise.race([once(worker, "message"), ended])) as [Summary];
  ended.catch(() => {});
  worker.disconnect();
  for (const report of summary.failures) tell?.(report);
  return summary;
}

/**
 * Plays with each lane in a process of its own: programs that run side by side in one process may get into each other's
 * way in the Automation API, and a command that is killed leaves rejections in Pulumi's SDK that nobody handles.
 */
export async function playApart({ tell, ...order }: Order): Promise<Summary> {
  const { count, lanes, from = 0 } = order;
  const share = Math.ceil(count / lanes);
  const starts = Array.from({ length: Math.ceil(count / share) }, (_, lane) => lane * share);
  const all = await Promise.all(
    starts.map((start) =>
      child({ ...order, from: from + start, count: Math.min(share, count - start), lanes: 1 }, tell),
    ),
  );
  return {
    played: sum(all, ({ played }) => played),
    steps: sum(all, ({ steps }) => steps),
    failures: all.flatMap(({ failures }) => failures),
    secrets: sum(all, ({ secrets }) => secrets),
    calls: sum(all, ({ calls }) => calls),
    struck: sum(all, ({ struck }) => struck),
  };
}

if (require.main === module) {
  process.once("message", async (order: Sent) => {
    process.send?.(await playAll(order));
  });
}
