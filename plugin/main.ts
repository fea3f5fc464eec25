import { onEngineEnd } from "./engine/engine-end";
import { serve } from "./server/serve";

// The engine starts this with its own address, after flags for its log, and reads the port from the first line.
const engine = process.argv.slice(2).at(-1);

serve(engine).then((port) => {
  process.stdout.write(`${port}\n`);
  onEngineEnd(engine, () => process.exit());
});
