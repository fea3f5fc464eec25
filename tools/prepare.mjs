import { build, link } from "./setup/packages.mjs";
import { main } from "./setup/say.mjs";

// npm runs this after `npm ci` in a clone and before packing, never for somebody who installs the published package.
await main(async () => {
  await link();
  await build();
  return 0;
});
