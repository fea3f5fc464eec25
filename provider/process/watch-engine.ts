import { connect } from "node:net";

// The runtime starts this process with the address the engine listens on.
const ENGINE = process.argv[2];

const ANSWERS_WITHIN = 2_000;

/** Whether something listens at `host:port`; `undefined` for what is no such address. */
export function listens(address: string | undefined): Promise<boolean | undefined> {
  const [, host, port] = /^(.+):(\d+)$/.exec(address ?? "") ?? [];
  if (host === undefined || Number(port) > 65_535) return Promise.resolve(undefined);
  return new Promise((done) => {
    const socket = connect({ host, port: Number(port), timeout: ANSWERS_WITHIN });
    const end = (there: boolean) => {
      socket.destroy();
      done(there);
    };
    // Too busy to answer is not gone.
    socket.once("connect", () => end(true)).once("timeout", () => end(true));
    socket.once("error", () => end(false));
  });
}

/**
 * Watches for the end of the engine: killed, it leaves this process behind, which would go on with what nobody records.
 * The answer throws once the engine is gone that was there at the start.
 */
export async function watchEngine(address = ENGINE): Promise<() => Promise<void>> {
  const there = await listens(address);
  return async () => {
    if (!there || (await listens(address))) return;
    throw new Error("Pulumi has ended meanwhile, so nothing is ordered any more: run `pulumi up` again");
  };
}
