import { readFile } from "node:fs/promises";
import path from "node:path";
import { storedText } from "./support/provider-process";

// What stands in the state of every cache ever created runs for ever: this file is never edited, only joined by a second.
const committed = () => readFile(path.join(__dirname, "stored-text.v1.txt"), "utf8");

test("the provider's text in a state is the committed one, to the letter", async () => {
  expect(await storedText()).toBe(await committed());
});

test("the provider's text stays under 2,000 bytes", async () => {
  expect(Buffer.byteLength(await storedText())).toBeLessThan(2000);
});

test("the text asks for nothing but the seven functions of the stable subpath", async () => {
  const calls = [...(await storedText()).matchAll(/require\("([^"]+)"\)\.(\w+)\(/g)].map(([, module, name]) => [
    module,
    name,
  ]);
  const stable = require("pulumi-otc-dcs/dynamic/v1");
  expect(calls.map(([, name]) => name).sort()).toEqual([
    "check",
    "configure",
    "create",
    "delete",
    "diff",
    "read",
    "update",
  ]);
  for (const [module, name] of calls) {
    expect(module).toBe("pulumi-otc-dcs/dynamic/v1");
    expect(stable[name as string]).toBeInstanceOf(Function);
  }
});
