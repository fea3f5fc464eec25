import { openClient } from "../../../../provider/client/open-client";
import { resolveSettings } from "../../../../provider/config/resolve";
import { json, serve, stopServers } from "./server";

afterEach(stopServers);

const list = { method: "GET", path: "/v1.0/{project_id}/instances", purpose: "list the caches" } as const;

/** IAM that names its tokens after the project they are for, and DCS beside it. */
async function cloud() {
  const server = await serve((response, seen) => {
    if (!seen.url.startsWith("/v3/auth/tokens")) return json(200, { instances: [] })(response, seen);
    const { id, name } = (JSON.parse(seen.body) as { auth: { scope: { project: { id?: string; name?: string } } } })
      .auth.scope.project;
    const project = id ?? `id-of-${name}`;
    json(201, { token: { project: { id: project } } }, { "x-subject-token": `token-for-${project}` })(response, seen);
  });
  const env = {
    OS_AUTH_URL: server.url,
    OS_DCS_ENDPOINT_OVERRIDE: server.url,
    OS_USERNAME: "ops-bot",
    OS_PASSWORD: "Red_Kettle9",
    OS_DOMAIN_NAME: "shop",
    OS_REGION_NAME: "eu-de",
    OS_PROJECT_NAME: "eu-de_shop",
  };
  const client = (target: { region?: string; projectId?: string }) => {
    const { settings, problems } = resolveSettings({ stackConfig: () => undefined, env, target });
    expect(problems).toEqual([]);
    return openClient(settings);
  };
  const calls = () =>
    server.seen
      .filter(({ method }) => method === "GET")
      .map(({ url, headers }) => [url.split("/")[2], headers["x-auth-token"]]);
  const signIns = () => server.seen.filter(({ method }) => method === "POST").length;
  return { client, calls, signIns };
}

test("two projects of one stack have a token each, and the caches of a project share theirs", async () => {
  const { client, calls, signIns } = await cloud();
  const targets = [{}, { projectId: "aaaa" }, { projectId: "bbbb" }, { projectId: "aaaa" }];
  for (const target of targets) await client(target).request(list);
  expect(calls()).toEqual([
    ["id-of-eu-de_shop", "token-for-id-of-eu-de_shop"],
    ["aaaa", "token-for-aaaa"],
    ["bbbb", "token-for-bbbb"],
    ["aaaa", "token-for-aaaa"],
  ]);
  expect(signIns()).toBe(3);
});

test("a project by its name and by its id is one place, once the name is known to be that id", async () => {
  const { client, signIns } = await cloud();
  const byName = client({});
  expect(await byName.projectId()).toBe("id-of-eu-de_shop");
  expect(client({ projectId: "id-of-eu-de_shop" })).toBe(byName);
  await client({ projectId: "id-of-eu-de_shop" }).request(list);
  expect(signIns()).toBe(1);
});

test("a project given by id is worked in, also where IAM's answer does not repeat it", async () => {
  const server = await serve(json(201, { token: {}, instances: [] }, { "x-subject-token": "token-1" }));
  const env = { OS_AUTH_URL: server.url, OS_DCS_ENDPOINT_OVERRIDE: server.url, OS_REGION_NAME: "eu-de" };
  const user = { OS_USERNAME: "ops-bot", OS_PASSWORD: "Red_Kettle9", OS_DOMAIN_NAME: "shop", OS_PROJECT_ID: "aaaa" };
  const { settings } = resolveSettings({ stackConfig: () => undefined, env: { ...env, ...user }, target: {} });
  await openClient(settings).request(list);
  expect(server.seen.at(-1)?.url).toBe("/v1.0/aaaa/instances");
});

test("two regions of one stack have a client each", async () => {
  const { client } = await cloud();
  const [de, nl, again] = [
    client({ region: "eu-de", projectId: "aaaa" }),
    client({ region: "eu-nl", projectId: "bbbb" }),
    client({ region: "eu-nl", projectId: "bbbb" }),
  ];
  expect([de?.region, nl?.region]).toEqual(["eu-de", "eu-nl"]);
  expect(nl).not.toBe(de);
  expect(again).toBe(nl);
});
