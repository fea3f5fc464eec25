import { instanceIdsIn } from "../../../../../provider/dcs-instance/api/cut-answer";
import { createInstance } from "../../../../../provider/dcs-instance/api/instances";
import { ID } from "../../../support/inputs";
import { quickClient, type Reply, serve, stopServers, tokenSettings } from "../../client/server";

afterEach(stopServers);

const failureOf = async (reply: Reply): Promise<unknown> => {
  const { url } = await serve(reply);
  const created = createInstance(quickClient(tokenSettings(url)).client, { name: "sessions" } as never);
  return created.catch((error: unknown) => error);
};

test("the id of an order stays known when its answer is cut off behind it", async () => {
  const failure = await failureOf((response) => void response.end(`{"instance_id":"${ID}","instances":[{"instance_id`));
  expect(instanceIdsIn(failure)).toEqual([ID]);
});

test("no id is made up when the answer is cut off within it, or never came", async () => {
  const cut = await failureOf((response) => void response.end(`{"instance_id":"${ID.slice(0, 20)}`));
  const none = await failureOf((response) => void response.destroy());
  expect([...instanceIdsIn(cut), ...instanceIdsIn(none)]).toEqual([]);
});
