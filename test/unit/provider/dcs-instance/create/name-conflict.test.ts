import { conflictMessage, nameObstacle } from "../../../../../provider/dcs-instance/create/name-conflict";
import { listed, refused } from "../../../support/answers";
import { LIST } from "../../../support/calls";
import { ID, OTHER, served } from "../../../support/inputs";
import { scripted } from "../../../support/scripted";

const named = (...ids: string[]) => listed(...ids.map((instance_id) => ({ instance_id })));
const asked = (answer: object) => nameObstacle(scripted({ [LIST]: [answer] }), "sessions", new Set([ID]));

describe("A replacement", () => {
  test("does not begin while somebody else's instance bears the name, and says which", async () => {
    expect(await asked(named(ID, OTHER))).toMatch(
      new RegExp(`has to be replaced, but an instance named "sessions" exists already: ${OTHER}.*Nothing was deleted`),
    );
  });

  test("is not held up by the cache it replaces, nor by a service that does not answer", async () => {
    expect(await asked(named(ID))).toBeUndefined();
    expect(await asked(refused())).toBeUndefined();
  });
});

test("A conflict names every instance that bears the name", () => {
  const message = conflictMessage("sessions", [served(), served({ instance_id: "other", created_at: null })]);
  expect(message).toMatch(
    /9c1a6f8e.*\(RUNNING, created 2024-01-15T08:30:00\.297Z\), other \(RUNNING, created at an unknown time\)/,
  );
});
