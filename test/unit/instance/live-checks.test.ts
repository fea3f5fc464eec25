import { runtime } from "@pulumi/pulumi";
import type { DcsClient } from "../../../provider/client/dcs-client";
import { ApiError } from "../../../provider/http/errors/api-error";
import { liveChecks } from "../../../provider/instance/live-checks";
import { current, ID, served } from "./support/inputs";
import { lostAnswer, notFound, scripted } from "./support/scripted";

const LIST = "GET /instances";
const none = { instances: [], instance_num: 0 };
const taken = { instances: [served()], instance_num: 1 };

const asked = (dcs: DcsClient, inputs: object = current(), nameMustBeFree = true) =>
  liveChecks(() => dcs, inputs, { nameMustBeFree });

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
  test("finds nothing wrong with a sound cache", async () => {
    expect(await asked(scripted({ [LIST]: [none] }))).toEqual({ failures: [] });
  });

  test("tells a name that is taken and a zone that is none at once", async () => {
    const { failures } = await asked(scripted({ [LIST]: [taken] }), current({ availableZones: ["eu-nl-01"] }));
    expect(failures).toEqual([
      { property: "availableZones[0]", reason: expect.stringContaining("not a zone of this region") },
      { property: "name", reason: expect.stringContaining(`exists already: ${ID}`) },
    ]);
  });

  test("tells at once that an instance to take over is not there, or not what is declared", async () => {
    const takeOver = (answer: object) =>
      liveChecks(() => scripted({ [`GET /instances/${ID}`]: [answer] } as never), current({ adoptInstanceId: ID }), {
        nameMustBeFree: false,
        takesOver: true,
      });
    const failure = (reason: RegExp) => ({
      failures: [{ property: "adoptInstanceId", reason: expect.stringMatching(reason) }],
    });
    expect(await takeOver(notFound())).toEqual(failure(/does not exist.*set adoptInstanceId to the id of an instance/));
    expect(await takeOver(served({ engine_version: "5.0" }))).toEqual(
      failure(/engineVersion is "5.0", declared is "6.0"/),
    );
    expect(await takeOver(served())).toEqual({ failures: [] });
  });

  test.each<[string, object, boolean]>([
    ["of a cache that exists already in the stack", current(), false],
    ["that is not known yet", current({ name: runtime.unknownValue }), true],
  ])("does not look for the name %s", async (_, inputs, nameMustBeFree) => {
    const dcs = scripted({ [LIST]: [taken] });
    expect(await asked(dcs, inputs, nameMustBeFree)).toEqual({ failures: [] });
    expect(dcs.calls).toEqual([]);
  });

  test("goes on with a warning when the service cannot be reached", async () => {
    const dcs = { ...scripted({}), projectId: () => Promise.reject(lostAnswer("POST")) };
    expect(await asked(dcs)).toEqual({ failures: [], warning: expect.stringContaining("not checked yet") });
  });

  test("tells when the service does not let us in", async () => {
    const dcs = { ...scripted({}), projectId: () => Promise.reject(unauthorised()) };
    expect(await asked(dcs)).toEqual({
      failures: [{ property: "", reason: expect.stringContaining("cannot sign in") }],
    });
  });

  test("goes on with a warning when we may create but not look things up", async () => {
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
