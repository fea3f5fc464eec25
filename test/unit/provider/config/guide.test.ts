import { readFileSync } from "node:fs";
import path from "node:path";
import { resolveSettings } from "../../../../provider/config/resolve";
import { SETTING_NAMES, SETTINGS } from "../../../../provider/config/settings/settings";
import { removeFolders, withFiles } from "./folders";

afterAll(removeFolders);

const guide = readFileSync(path.resolve(__dirname, "../../../../docs/guides/signing-in.md"), "utf8");
const blocks = (language: string): string[] =>
  [...guide.matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, of, text]) => (of === language && text ? [text] : []));

const clouds = blocks("yaml").filter((text) => text.startsWith("clouds:"));

test("every complete clouds.yaml of the guide can be used as it stands", () => {
  expect(clouds.length).toBeGreaterThanOrEqual(3);
  for (const text of clouds) {
    const query = { stackConfig: () => undefined, env: { OS_CLOUD: "otc" }, target: {} };
    const { problems } = resolveSettings({ ...query, ...withFiles({ "clouds.yaml": text }) });
    expect(problems).toEqual([]);
  }
});

test("every setting and variable the guide's commands set is one", () => {
  const commands = blocks("sh").join("\n");
  const settings = [...commands.matchAll(/otc:(\w+)/g)].map(([, name]) => name as string);
  expect(SETTING_NAMES).toEqual(expect.arrayContaining(settings));
  const variables = [...commands.matchAll(/\b(OS_\w+)=/g)].map(([, name]) => name as string);
  expect(Object.values(SETTINGS).flatMap(({ env }) => [...env])).toEqual(expect.arrayContaining(variables));
  expect(settings.length * variables.length).toBeGreaterThan(100);
});
