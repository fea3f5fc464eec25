import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { packages } from "../setup/packages.mjs";
import { clone, main, say } from "../setup/say.mjs";

// Writes plugin/schema.json. With --check it only says whether the committed file is as it should be.
await main(async () => {
  await packages();
  const { schema } = await import("./schema/schema.mjs");
  const file = path.join(clone, "plugin/schema.json");
  const text = `${JSON.stringify(schema(), null, 2)}\n`;
  if (!process.argv.includes("--check")) {
    await writeFile(file, text);
    say("Wrote plugin/schema.json");
    return 0;
  }
  if ((await readFile(file, "utf8")) === text) return 0;
  say("plugin/schema.json differs from the tables and the documentation: run `npm run schema`");
  return 1;
});
