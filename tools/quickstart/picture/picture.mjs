import { writeFile } from "node:fs/promises";
import path from "node:path";
import { engineEnvironment } from "../../setup/environment.mjs";
import { ownPackages } from "../../setup/own-packages.mjs";
import { packages } from "../../setup/packages.mjs";
import { redis } from "../../setup/redis.mjs";
import { clone, main, SetupError, say } from "../../setup/say.mjs";
import { cleanUp } from "../clean-up.mjs";
import { running } from "../local-dcs.mjs";
import { hasStack } from "../stack.mjs";
import { paced } from "./pace.mjs";
import { record } from "./record.mjs";
import { rowsOf } from "./rows.mjs";
import { svg } from "./svg.mjs";

const folder = "tools/quickstart/picture";
const target = "docs/images/quickstart.svg";
const size = { columns: 108, rows: 32 };

// Records `npm run quickstart`, as a terminal shows it, and draws it for the README.
await main(async () => {
  // All of it now, so that the recording shows no installation.
  await packages();
  if (!(await redis())) throw new SetupError("The picture shows a cache that answers: install redis-server first.");
  await engineEnvironment();
  await ownPackages(folder, "what the picture needs");
  if ((await running()) || (await hasStack())) {
    throw new SetupError(
      "The picture shows a first run: `npm run quickstart -- --destroy` removes the one that is kept.",
    );
  }
  say("Recording npm run quickstart");
  const recording = await record(folder, size).finally(cleanUp);
  const picture = svg(paced(await rowsOf(folder, size.columns, recording)), size);
  await writeFile(path.join(clone, target), picture);
  say(`Wrote ${target} (${Math.ceil(picture.length / 1000)} kB)`);
  return 0;
});
