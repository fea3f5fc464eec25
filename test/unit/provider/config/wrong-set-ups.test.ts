import { resolveSettings } from "../../../../provider/config/resolve";
import { settingLabel } from "../../../../provider/config/settings/settings";
import { removeFolders, withFiles } from "./folders";
import { SECRETS, WRONG_SET_UPS } from "./wrong-set-ups";

afterAll(removeFolders);

test("thirty set-ups and more are wrong in one thing each", () => {
  expect(WRONG_SET_UPS.length).toBeGreaterThanOrEqual(30);
  expect(new Set(WRONG_SET_UPS.map(({ title }) => title)).size).toBe(WRONG_SET_UPS.length);
});

describe("one line names the setting by key and variable, without a secret, for", () => {
  test.each(WRONG_SET_UPS.map((row) => [row.title, row] as const))("%s", (_title, row) => {
    const { config, env, target = {}, files = {}, setting, says } = row;
    const { cwd, home } = withFiles(files);
    const { problems } = resolveSettings({ stackConfig: (key) => config[key], env, target, cwd, home });
    const messages = problems.map(({ message }) => message);
    expect(messages).toHaveLength(1);
    const [message = ""] = messages;
    for (const words of says) expect(message).toContain(words);
    if (setting) expect(message).toContain(settingLabel(setting));
    for (const secret of Object.values(SECRETS)) expect(message).not.toContain(secret);
    expect(message).not.toMatch(/\n|undefined|\[object/);
    expect(message).not.toContain(cwd);
  });
});
