import { listens } from "../../provider/process/watch-engine";

const LOOK_EVERY = 2_000;

/** Calls `ended` once the engine, which was there, is gone. Nobody waits for this process or records what it does then. */
export function onEngineEnd(address: string | undefined, ended: () => void): void {
  let wasThere = false;
  const look = async (): Promise<void> => {
    const isThere = await listens(address);
    if (isThere === undefined || (wasThere && !isThere)) {
      if (wasThere) ended();
      return;
    }
    wasThere ||= isThere;
    setTimeout(look, LOOK_EVERY).unref();
  };
  void look();
}
