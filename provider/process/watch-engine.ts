import { connect } from "node:net";
import { stopIfInterrupted } from "../http/retry/interruption";

/** Address of the engine that started this process. It comes after flags for its log. */
export const ENGINE = process.argv.slice(2).at(-1);

const ANSWERS_WITHIN = 2_000;

/** True if something listens at `host:port`; `undefined` for any other text. */
export function listens(address: string | undefined): Promise<boolean | undefined> {
  const [, host, port] = /^(.+):(\d+)$/.exec(address ?? "") ?? [];
  if (host === undefined || Number(port) > 65_535) return Promise.resolve(undefined);
  return new Promise((done) => {
    const socket = connect({ host, port: Number(port), timeout: ANSWERS_WITHIN });
    const end = (there: boolean) => {
      socket.destroy();
      done(there);
    };
    // An engine that is too busy to answer still exists.
    socket.once("connect", () => end(true)).once("timeout", () => end(true));
    socket.once("error", () => end(false));
  });
}

/**
 * Watches for the end of the engine. When the engine is killed, this process lives on, and nobody would record what it
 * orders. The returned function throws once the engine that was there at the start is gone, or once it has cancelled the
 * run.
 */
export async function watchEngine(address = ENGINE): Promise<() => Promise<void>> {
  const there = await listens(address);
  return async () => {
    stopIfInterrupted();
    if (!there || (await listens(address))) return;
    throw new Error("Pulumi has ended meanwhile, so no order is sent: run `pulumi up` again");
  };
}
