import { listed, notFound, refused, wordless404 } from "../../support/answers";
import { LIST, READ } from "../../support/calls";
import { current, ID, served } from "../../support/inputs";
import { read } from "../../support/kit";
import { scripted } from "../../support/scripted";

beforeEach(() => void jest.spyOn(console, "log").mockImplementation(() => {}));
afterEach(() => jest.restoreAllMocks());

describe("Reading a cache", () => {
  test("that nobody touched answers what was declared", async () => {
    expect(await read(scripted({ [READ]: [served()] }), ID, current())).toMatchObject(current());
  });

  test("by its id alone answers what the service knows, and where it lives", async () => {
    const outputs = await read(scripted({ [READ]: [served()] }), ID, {});
    expect(outputs).toMatchObject({ name: "sessions", capacity: 2, region: "eu-de" });
    expect(outputs).not.toHaveProperty("password");
  });

  test("works without the catalogue of zones", async () => {
    const dcs = scripted({ [READ]: [served()], "GET /v1.0/availableZones": [refused()] });
    expect(await read(dcs, ID, current())).toMatchObject({ availableZones: ["eu-de-01", "eu-de-02"] });
  });

  test("that is gone answers nothing", async () => {
    expect(await read(scripted({ [READ]: [notFound()] }), ID, current())).toBeUndefined();
  });

  test("that is gone by a 404 in words of its own answers nothing once the list agrees", async () => {
    const script = (...all: object[]) => scripted({ [READ]: [wordless404()], [LIST]: [listed(...all)] });
    expect(await read(script(), ID, current())).toBeUndefined();
    await expect(read(script({}), ID, current())).rejects.toThrow(/HTTP 404/);
  });

  test("that may not be read is an error, not an absence", async () => {
    await expect(read(scripted({ [READ]: [refused()] }), ID, current())).rejects.toThrow(/The name is invalid/);
  });
});
