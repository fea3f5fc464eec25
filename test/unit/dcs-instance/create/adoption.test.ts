import { takeOver } from "../../../../provider/dcs-instance/create/adoption";
import { READ } from "../../support/calls";
import { current, ID, OTHER, served } from "../../support/inputs";
import { operations } from "../../support/kit";
import { scripted } from "../../support/scripted";

describe("Taking over an instance", () => {
  test("goes on with what can be changed in place", async () => {
    const dcs = scripted({ [READ]: [served({ name: "old-name", description: "old" })] });
    expect(await takeOver(operations(dcs, current()), dcs, ID, current())).toMatchObject({
      name: "old-name",
      description: "old",
    });
  });

  test("lists every difference that was fixed at creation, and no password", async () => {
    const dcs = scripted({ [READ]: [served({ subnet_id: OTHER, engine_version: "5.0" })] });
    const work = takeOver(operations(dcs, current()), dcs, ID, current());
    await expect(work).rejects.toThrow(
      /engineVersion is "5\.0", the program declares "6\.0"; subnetId is "11111111-[^;]*, the program declares "ec2f34b9/,
    );
    await expect(work).rejects.not.toThrow(/Kettle/);
  });
});
