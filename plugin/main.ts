import { ENGINE } from "../provider/process/watch-engine";
import { onEngineEnd } from "./engine/engine-end";
import { serve } from "./server/serve";

serve(ENGINE).then((port) => {
  // The engine reads the port from the first line.
  process.stdout.write(`${port}\n`);
  onEngineEnd(ENGINE, () => process.exit());
});
