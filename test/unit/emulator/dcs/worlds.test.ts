import { type Client, current, started } from "../support/client";

let one: Client;
let other: Client;
beforeAll(async () => {
  [one, other] = await Promise.all([started(), started()]);
});
afterAll(() => Promise.all([one.emulator.close(), other.emulator.close()]));

const namesOfProjects = async (client: Client): Promise<string[]> => {
  const { headers } = await client.signIn({ domain: { name: client.emulator.env.OS_DOMAIN_NAME } });
  const token = { "x-auth-token": headers.get("x-subject-token") ?? "" };
  const { body } = await client.fetch("GET", `${client.emulator.url}/v3/projects`, undefined, token);
  return (body as unknown as { projects: { name: string }[] }).projects.map(({ name }) => name);
};

describe("Two local DCS of one process share nothing that was added while they run:", () => {
  test("a project", async () => {
    one.emulator.addProject("eu-de_added");
    expect(await namesOfProjects(one)).toContain("eu-de_added");
    expect(await namesOfProjects(other)).not.toContain("eu-de_added");
    expect((await other.signIn({ project: { name: "eu-de_added" } })).status).toBe(401);
  });

  test("the number of the next project", () => {
    one.emulator.addProject("eu-de_second");
    expect(other.emulator.addProject("eu-de_first").id).toMatch(/^add00000/);
  });

  test("an instance, a token, a fault and the journal", async () => {
    const id = await one.create(current({ name: "only-here" }));
    expect((await other.dcs("GET", `/instances/${id}`)).status).toBe(404);
    one.emulator.fault({
      on: { method: "GET" },
      times: Number.POSITIVE_INFINITY,
      with: { kind: "status", status: 503 },
    });
    one.emulator.expireTokens();
    expect((await other.dcs("GET", "/instances")).status).toBe(200);
    const orders = other.emulator.journal.filter(
      ({ method, path }) => method === "POST" && path.endsWith("/instances"),
    );
    expect(orders).toEqual([]);
  });
});
