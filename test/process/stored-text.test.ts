import { readFile } from "node:fs/promises";
import path from "node:path";
import { storedText } from "./support/provider-process";

// What stands in the state of every cache ever created runs for ever: this file is never edited, only joined by a second.
const committed = () => readFile(path.join(__dirname, "stored-text.v1.txt"), "utf8");

test("the provider's text in a state is the committed one, to the letter", async () => {
  expect(await storedText()).toBe(await committed());
});

test("the provider's text stays under 100 bytes", async () => {
  expect(Buffer.byteLength(await storedText())).toBeLessThanOrEqual(100);
});

test("the text leads to the seven functions of the type's stable subpath", async () => {
  const [, subpath] = /^exports\.handler = \(\) => require\("([^"]+)"\);$/.exec(await storedText()) ?? [];
  expect(subpath).toBe("pulumi-otc-dcs/dcs-instance/v1");
  const methods = require(subpath as string);
  expect(Object.keys(methods).sort()).toEqual(["check", "configure", "create", "delete", "diff", "read", "update"]);
  for (const method of Object.values(methods)) expect(method).toBeInstanceOf(Function);
});

test("what the text leads to is the provider that Pulumi evaluates", async () => {
  const evaluated = {} as { handler?: () => unknown };
  new Function("exports", "require", await storedText())(evaluated, require);
  expect(evaluated.handler?.()).toBe(require("pulumi-otc-dcs/dcs-instance/v1"));
});
