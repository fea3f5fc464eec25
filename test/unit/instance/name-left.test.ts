import { nameInTheWay } from "../../../provider/instance/name-left";
import { ID, served } from "./support/inputs";
import { refused, scripted } from "./support/scripted";

const LIST = "GET /instances";
const STRANGER = "11111111-2222-4333-8444-555555555555";
const named = (...ids: string[]) => ({
  instances: ids.map((instance_id) => served({ instance_id })),
  instance_num: ids.length,
});
const asked = (answer: object) => nameInTheWay(() => scripted({ [LIST]: [answer] }), "sessions", new Set([ID]));

describe("A replacement", () => {
  test("does not begin while somebody else's instance bears the name, and says which", async () => {
    expect(await asked(named(ID, STRANGER))).toMatch(
      new RegExp(
        `has to be replaced, but an instance named "sessions" exists already: ${STRANGER}.*Nothing was deleted`,
      ),
    );
  });

  test("is not held up by the cache it replaces, nor by a service that does not answer", async () => {
    expect(await asked(named(ID))).toBeUndefined();
    expect(await asked(refused())).toBeUndefined();
  });
});
