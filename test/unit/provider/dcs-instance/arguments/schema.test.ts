import Ajv from "ajv";
import { BACKUP_SCHEMA } from "../../../../../provider/dcs-backup/arguments/backup-arguments";
import { INSTANCE_SCHEMA } from "../../../../../provider/dcs-instance/arguments/schema";
import { RESTORE_SCHEMA } from "../../../../../provider/dcs-restore/arguments/restore-arguments";
import { KEYWORDS } from "../../../../../provider/resource/check/validator";

test.each([
  ["cache", INSTANCE_SCHEMA],
  ["backup", BACKUP_SCHEMA],
  ["restore", RESTORE_SCHEMA],
])("The schema of a %s is a valid JSON Schema", (_, schema) => {
  const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false });
  ajv.addVocabulary(KEYWORDS);
  expect(() => ajv.compile(schema)).not.toThrow();
  const mistaken = { ...schema, $id: "mistaken", properties: { ...schema.properties, name: { type: "strong" } } };
  expect(() => ajv.compile(mistaken)).toThrow(/type/);
});

test("The rules are plain data, so that they can be published as they are", () => {
  expect(JSON.parse(JSON.stringify(INSTANCE_SCHEMA))).toEqual(INSTANCE_SCHEMA);
});

test("Every argument that takes a pattern says in words what is allowed", () => {
  const silent = Object.entries<{ pattern?: string; remedy?: string }>(INSTANCE_SCHEMA.properties)
    .filter(([, { pattern, remedy }]) => pattern !== undefined && !remedy)
    .map(([name]) => name);
  expect(silent).toEqual([]);
});
