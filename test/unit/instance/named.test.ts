import { conflictMessage, takeOver } from "../../../provider/instance/named";
import { current, ID, served } from "./support/inputs";
import { scripted } from "./support/scripted";

const READ = `GET /instances/${ID}` as const;

describe("Taking over an instance", () => {
  test("goes on with what can be changed in place", async () => {
    const dcs = scripted({ [READ]: [served({ name: "old-name", description: "old" })] });
    expect(await takeOver(dcs, ID, current())).toMatchObject({ name: "old-name", description: "old" });
  });

  test("lists every difference that was fixed at creation, and no password", async () => {
    const dcs = scripted({ [READ]: [served({ capacity: 4, engine_version: "5.0" })] });
    const work = takeOver(dcs, ID, current());
    await expect(work).rejects.toThrow(/capacity is 4, declared is 2; engineVersion is "5\.0", declared is "6\.0"/);
    await expect(work).rejects.not.toThrow(/Kettle/);
  });
});

test("A conflict names every instance that bears the name", () => {
  const message = conflictMessage("sessions", [served(), served({ instance_id: "other", created_at: null })]);
  expect(message).toMatch(
    /9c1a6f8e.*\(RUNNING, created 2024-01-15T08:30:00\.297Z\), other \(RUNNING, created at an unknown time\)/,
  );
});
