import { readFileSync } from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { DcsBackup, DcsInstance, DcsRestore } from "../../../../provider";

const declare: Record<string, () => object> = {
  "dcs-instance/class/dcs-instance.ts": () => new DcsInstance("sessions", {} as never),
  "dcs-backup/dcs-backup.ts": () => new DcsBackup("sessions-backup", {} as never),
  "dcs-restore/dcs-restore.ts": () => new DcsRestore("sessions-restore", {} as never),
};

describe.each(Object.keys(declare))("the class in %s", (file) => {
  beforeAll(() =>
    pulumi.runtime.setMocks({
      newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs }),
      call: () => ({}),
    }),
  );

  test("has every output that it declares, also where the program leaves the argument out", () => {
    const source = readFileSync(path.join(__dirname, "../../../../provider", file), "utf8");
    const declared = [...source.matchAll(/declare readonly (\w+):/g)].map(([, name]) => name);
    const resource = declare[file]?.() as Record<string, unknown>;
    expect(declared.length).toBeGreaterThan(3);
    expect(declared.filter((name) => !pulumi.Output.isInstance(resource[name as string]))).toEqual([]);
  });
});
