import { ATTRIBUTES } from "../../../terraform/attributes/table";
import { programOf } from "../../../terraform/program/program";
import { cachesOf } from "../../../terraform/state/caches";
import { stateOf, v1, v2 } from "./states";

const textOf = (resource: object): string => programOf(cachesOf(stateOf([resource]))).text;

test.each([
  ["tags", v1(undefined, { engine_version: "3.0", product_id: "OTC_DCS_MS", tags: { team: "shop" } })],
  ["security_group_id", v2(undefined, { security_group_id: "1477393a-29c9-4de5-843f-18ef51257c7e" })],
  ["template_id", v2(undefined, { template_id: "11" })],
  ["access_user", v2(undefined, { access_user: "default" })],
  ["deleted_nodes", v2(undefined, { deleted_nodes: ["1"] })],
  ["backup_policy", v2(undefined, { flavor: "redis.single.xu1.large.2", backup_policy: [{ save_days: 1 }] })],
  ["backup_policy", v1(undefined, { backup_policy: [{ save_days: 0, begin_at: "", backup_at: [] }] })],
  ["rename_commands", v2(undefined, { rename_commands: { flushall: "empty-all" } })],
])("%s that cannot be carried over is named in a comment", (attribute, resource) => {
  expect(textOf(resource)).toMatch(new RegExp(`^  // ${attribute}: \\w`, "m"));
});

test("what a newer Terraform provider adds is named, too", () => {
  expect(textOf(v2(undefined, { "brand_new\n": 3 }))).toContain('  // "brand_new\\n": is not known');
});

test("what only the service decides is not mentioned", () => {
  const outputs = Object.entries(ATTRIBUTES).flatMap(([name, row]) =>
    "says" in row && row.says === "output" ? [name] : [],
  );
  expect(outputs.length).toBeGreaterThan(20);
  expect(textOf(v2(undefined, Object.fromEntries(outputs.map((name) => [name, "shown"]))))).toBe(textOf(v2()));
});

test("a whitelist without groups is not switched on, though Terraform shows that it is", () => {
  expect(textOf(v2(undefined, { whitelist: [], enable_whitelist: true }))).not.toContain("hitelist");
});

test("a cache whose password Terraform does not show is left for people to decide", () => {
  const text = textOf(v2(undefined, { password: null }));
  expect(text).not.toMatch(/^ {2}(password|noPasswordAccess):/m);
  expect(text).toMatch(/^ {2}\/\/ password: the state does not show/m);
});

test("a cache that the service shows as free of passwords stays free", () => {
  expect(textOf(v1(undefined, { password: null, no_password_access: "true" }))).toContain("  noPasswordAccess: true,");
});

test("the name of flushdb is not carried over where Terraform has overwritten it", () => {
  const renamed = { keys: "list-keys", flushdb: "empty", flushall: "empty-all" };
  expect(textOf(v2(undefined, { rename_commands: renamed }))).toContain('renameCommands: { keys: "list-keys" },');
  expect(textOf(v2(undefined, { rename_commands: { flushdb: "empty" } }))).toContain('{ flushdb: "empty" }');
});

test("a backup policy of version 1's own attributes becomes the argument", () => {
  const flat = { save_days: 2, backup_type: "auto", begin_at: "01:00-02:00", period_type: "weekly", backup_at: [1, 7] };
  expect(textOf(v1(undefined, flat))).toContain(
    'periodicalBackupPlan: { beginAt: "01:00-02:00", periodType: "weekly", backupAt: [1, 7] }',
  );
});

test.each([
  ["6.0", "", "redis.single.xu1.tiny.128", "redis.single.xu1.tiny.128-h"],
  ["3.0", "", "dcs.master_standby", "OTC_DCS_MS"],
  ["3.0.7", "OTC_DCS_CL", "dcs.cluster", "OTC_DCS_CL"],
])("the product of Redis %s is found by %j and %j", (engine_version, product_id, resource_spec_code, productId) => {
  const text = textOf(v1(undefined, { engine_version, product_id, resource_spec_code }));
  expect(text).toContain(`  productId: "${productId}",`);
  expect(text).toContain(`  engineVersion: "${engine_version.slice(0, 3)}",`);
});
