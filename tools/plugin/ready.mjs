import { packages } from "../setup/packages.mjs";
import { main } from "../setup/say.mjs";

// Pulumi calls `npm install` in plugin/bin, where npm runs this: the clone around it is made ready to serve the plugin.
await main(async () => {
  await packages();
  return 0;
});
