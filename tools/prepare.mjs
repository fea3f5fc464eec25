import { build, link } from "./setup/packages.mjs";
import { main } from "./setup/say.mjs";

// npm runs this after it changed node_modules in a clone (script `dependencies`) and before it packs (`prepack`). It is
// neither `prepare` nor `postinstall`: those npm would ask about wherever the packed package is installed.
await main(async () => {
  await link();
  await build();
  return 0;
});
