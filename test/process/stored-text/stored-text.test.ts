import { readFile } from "node:fs/promises";
import path from "node:path";
import { storedText } from "../support/provider-process";

// What stands in the state of every resource ever created runs for ever: these files are never edited, only joined by others.
describe.each([
  ["dcs-instance/v1", "dcs-instance.v1.txt"],
  ["dcs-backup/v1", "dcs-backup.v1.txt"],
  ["dcs-restore/v1", "dcs-restore.v1.txt"],
])("the provider's text of %s in a state", (subpath, file) => {
  const module = `pulumi-otc-dcs/${subpath}`;
  const text = () => storedText(module);

  test("is the committed one, to the letter", async () => {
    expect(await text()).toBe(await readFile(path.join(__dirname, file), "utf8"));
  });

  test("stays under 100 bytes", async () => {
    expect(Buffer.byteLength(await text())).toBeLessThanOrEqual(100);
  });

  test("leads to the seven functions of the type's stable subpath", async () => {
    const [, required] = /^exports\.handler = \(\) => require\("([^"]+)"\);$/.exec(await text()) ?? [];
    expect(required).toBe(module);
    const methods = require(required as string);
    expect(Object.keys(methods).sort()).toEqual(["check", "configure", "create", "delete", "diff", "read", "update"]);
    for (const method of Object.values(methods)) expect(method).toBeInstanceOf(Function);
  });

  test("leads to the provider that Pulumi evaluates", async () => {
    const evaluated = {} as { handler?: () => unknown };
    new Function("exports", "require", await text())(evaluated, require);
    expect(evaluated.handler?.()).toBe(require(module));
  });
});
