import { listInstances } from "../../../../provider/dcs-instance/api/instances";
import { none } from "../../support/answers";
import { json, quickClient, serve, stopServers, tokenSettings } from "./server";

afterEach(stopServers);

test("a service that answered before is waited for when its connections are refused", async () => {
  const { url, stop } = await serve(json(200, none));
  const { client, pauses } = quickClient(tokenSettings(url));
  await listInstances(client);
  await stop();
  await expect(listInstances(client)).rejects.toThrow("the connection is refused");
  expect(pauses).toHaveLength(11);
});

test("an address at which nobody ever answered is told within seconds", async () => {
  const { url, stop } = await serve(json(200, none));
  await stop();
  const { client, pauses } = quickClient(tokenSettings(url));
  await expect(listInstances(client)).rejects.toThrow("the connection is refused");
  expect(pauses).toHaveLength(2);
});
