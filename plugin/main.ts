import { serve } from "./server/serve";

// The engine starts this with its own address, and reads the port from the first line.
serve(process.argv[2]).then((port) => process.stdout.write(`${port}\n`));
