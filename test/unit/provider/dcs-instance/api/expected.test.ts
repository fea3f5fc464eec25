import { createInstance, listInstances, readInstance } from "../../../../../provider/dcs-instance/api/instances";
import { products } from "../../../../../provider/dcs-instance/api/region/catalogue";
import { none } from "../../../support/answers";
import { aRun } from "../../../support/scripted";
import { inTurn, json, quickClient, serve, stopServers, tokenSettings } from "../../client/server";

afterEach(stopServers);

const ID = "5560df16-cebf-4473-95c4-d1b573c16e79";
const unexpected = [{}, [], null];

test.each(unexpected)("a look that is answered %j is tried again, not taken for an answer", async (answer) => {
  const { url, seen } = await serve(inTurn(json(200, answer), json(200, none)));
  await expect(listInstances(quickClient(tokenSettings(url)).client)).resolves.toEqual([]);
  expect(seen).toHaveLength(2);
});

test("an instance is read until the answer describes one", async () => {
  const { url, seen } = await serve(inTurn(json(200, {}), json(200, { instance_id: ID, status: "RUNNING" })));
  await expect(readInstance(quickClient(tokenSettings(url)).client, ID)).resolves.toMatchObject({ status: "RUNNING" });
  expect(seen).toHaveLength(2);
});

test("a missing list of products is reported as that, not as a product that is not offered", async () => {
  const { url, seen } = await serve(json(200, {}));
  await expect(products(aRun().attach(quickClient(tokenSettings(url)).client))).rejects.toThrow(
    "cannot list the products: the answer lists no product",
  );
  expect(seen).toHaveLength(5);
});

test("an order that is answered without an id is not given again", async () => {
  const { url, seen } = await serve(json(200, {}));
  const order = createInstance(quickClient(tokenSettings(url)).client, { name: "sessions" } as never);
  await expect(order).resolves.toBeUndefined();
  expect(seen).toHaveLength(1);
});
