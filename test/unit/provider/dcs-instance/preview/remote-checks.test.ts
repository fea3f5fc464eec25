import { runtime } from "@pulumi/pulumi";
import { remoteChecks } from "../../../../../provider/dcs-instance/preview/remote-checks";
import { ApiError } from "../../../../../provider/http/errors/api-error";
import type { RunClient } from "../../../../../provider/process/configuration";
import { listed, lostAnswer, none, notFound } from "../../../support/answers";
import { LIST, READ } from "../../../support/calls";
import { current, ID, served } from "../../../support/inputs";
import { scripted } from "../../../support/scripted";

const sound = { failures: [], lines: [] };
const taken = listed({});

const asked = (dcs: RunClient, inputs: object = current(), onNameConflict: "fail" | undefined = "fail") =>
  remoteChecks(() => dcs, inputs, { onNameConflict });

const unauthorised = () =>
  new ApiError({
    kind: "http",
    method: "POST",
    path: "/v3/auth/tokens",
    purpose: "sign in",
    status: 401,
    notExecuted: true,
  });

describe("Preview, asking the service,", () => {
  test("reports nothing but the choice and what it decides for a valid cache", async () => {
    const lines = ["sessions: redis.ha.xu1.large.r2.2 in eu-de-01, eu-de-02"];
    const foreseen = {
      resourceSpecCode: "redis.ha.xu1.large.r2.2",
      replicas: 2,
      availableZoneCodes: ["eu-de-01", "eu-de-02"],
      availableZoneIds: ["ae04cf9d61544df3806a3feeb401b204", "d573142f24894ef3bd3664de068b44b0"],
      port: 6379,
      region: "eu-de",
      projectId: "10ca110ca110ca110ca110ca110ca110",
    };
    expect(await asked(scripted({ [LIST]: [none] }))).toEqual({ ...sound, lines, foreseen });
  });

  test("reports a taken name and an unknown zone together", async () => {
    const { failures } = await asked(scripted({ [LIST]: [taken] }), current({ availableZones: ["eu-nl-01"] }));
    expect(failures).toEqual([
      { property: "availableZones[0]", reason: expect.stringContaining("belongs to eu-nl, the cache to eu-de") },
      { property: "name", reason: expect.stringContaining(`exists already: ${ID}`) },
    ]);
  });

  test("reports that an instance to take over does not exist or differs", async () => {
    const takeOver = (answer: object) =>
      remoteChecks(() => scripted({ [READ]: [answer] }), current({ adoptInstanceId: ID }), {
        onNameConflict: "fail",
        takesOver: true,
      });
    const failure = (reason: RegExp) => ({
      lines: [],
      failures: [{ property: "adoptInstanceId", reason: expect.stringMatching(reason) }],
    });
    expect(await takeOver(notFound())).toEqual(failure(/does not exist.*set adoptInstanceId to the id of an instance/));
    expect(await takeOver(served({ engine_version: "5.0" }))).toEqual(
      failure(/engineVersion is "5.0", the program declares "6.0"/),
    );
  });

  test("says what it takes over and what it will change, by id and by name", async () => {
    const smaller = served({
      name: "somebodys",
      capacity: 1,
      product_id: "redis.ha.xu1.large.r2.1-h",
      description: "x",
    });
    const byId = await remoteChecks(
      () => scripted({ [READ]: [smaller] }),
      current({ adoptInstanceId: ID, tags: { team: "shop" } }),
      { onNameConflict: "fail", takesOver: true },
    );
    const created = "created 2024-01-15T08:30:00.297Z";
    const unread = `cache "sessions": the service never shows the password of an instance, so what the program declares must be what instance ${ID} has. The take-over does not change it; a different value declared after it is set in place`;
    expect(byId).toEqual({
      failures: [],
      lines: [
        `cache "sessions" takes over instance ${ID} (RUNNING, ${created}) and changes name "somebodys" -> "sessions", tags (not set) -> {"team":"shop"}, capacity 1 -> 2`,
        'cache "sessions": capacity grows in place: connections are cut for some seconds, so clients must reconnect; for about a minute the cache only reads',
        unread,
      ],
    });
    const dcs = scripted({ [LIST]: [taken], [READ]: [served()] });
    expect(await remoteChecks(() => dcs, current(), { onNameConflict: "adopt", takesOver: true })).toEqual({
      failures: [],
      lines: [`cache "sessions" takes over instance ${ID} (RUNNING, ${created}) and changes nothing`, unread],
    });
  });

  test("reports fixed arguments that differ, by id and by name", async () => {
    const dcs = scripted({ [LIST]: [taken], [READ]: [served({ engine_version: "5.0" })] });
    const { failures } = await remoteChecks(() => dcs, current(), { onNameConflict: "adopt", takesOver: true });
    expect(failures).toEqual([
      { property: "name", reason: expect.stringMatching(/engineVersion is "5.0", the program declares "6.0"/) },
    ]);
  });

  test.each<[string, object, "exists" | "new"]>([
    ["of a cache that exists already in the stack", current(), "exists"],
    ["that is not known yet", current({ name: runtime.unknownValue }), "new"],
  ])("does not look for the name %s", async (_, inputs, resource) => {
    const dcs = scripted({ [LIST]: [taken] });
    const unchanged = { changed: { zones: false, product: false } };
    const options = resource === "exists" ? unchanged : { onNameConflict: "fail" as const };
    expect(await remoteChecks(() => dcs, inputs, options)).toMatchObject(sound);
    expect(dcs.calls).toEqual(resource === "exists" ? [] : ["GET /v2/{project_id}/flavors"]);
  });

  test("goes on with a warning when the service cannot be reached", async () => {
    const dcs = { ...scripted({}), projectId: () => Promise.reject(lostAnswer("POST")) };
    expect(await asked(dcs)).toEqual({ ...sound, warning: expect.stringContaining("not checked yet") });
  });

  test("reports a refused sign-in", async () => {
    const dcs = { ...scripted({}), projectId: () => Promise.reject(unauthorised()) };
    expect(await asked(dcs)).toEqual({
      lines: [],
      failures: [{ property: "", reason: expect.stringContaining("cannot sign in") }],
    });
  });

  test("says a refused sign-in once, also where only the calls show it", async () => {
    const refused = unauthorised();
    const dcs = scripted({ [LIST]: [refused], "GET /quota": [refused], "GET /v1.0/availableZones": [refused] });
    const found = await asked(dcs);
    expect(found.failures).toEqual([{ property: "", reason: expect.stringContaining("cannot sign in") }]);
    expect(found.warning).toBeUndefined();
  });

  test("goes on with a warning when the user may create but not list", async () => {
    const forbidden = new ApiError({
      kind: "http",
      method: "GET",
      path: "/v1.0/instances",
      purpose: "list the caches",
      status: 403,
      notExecuted: true,
    });
    const { failures, warning } = await asked(
      scripted({ [LIST]: [forbidden] }),
      current({ availableZones: ["eu-nl-01"] }),
    );
    expect(warning).toContain("cannot list the caches");
    expect(failures).toEqual([expect.objectContaining({ property: "availableZones[0]" })]);
  });
});
