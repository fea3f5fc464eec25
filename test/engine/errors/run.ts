import type { CustomResourceOptions } from "@pulumi/pulumi";
import type { EngineEvent, PulumiFn } from "@pulumi/pulumi/automation";
import { DcsBackup, DcsInstance, DcsRestore } from "pulumi-otc-dcs";
import { startEmulator } from "../../../emulator";
import { todays } from "../support/programs";
import { EngineStack } from "../support/stack";
import type { Row } from "./row";

/** How long a call that the provider repeats may be repeated. */
const options: CustomResourceOptions = { customTimeouts: { create: "4s", update: "4s", delete: "2s" } };

const nameOf = ({ code }: Row): string => code.replace(/\./g, "-").toLowerCase();

/** The program with a cache for each row, in a project of its own, before the change of the row or after it. */
const program =
  (rows: readonly Row[], projects: ReadonlyMap<Row, string>, after: boolean): PulumiFn =>
  async () => {
    for (const row of rows) {
      const { kind, args, cache: own, backupId } = row.deed;
      if (after && (kind === "create" || kind === "delete")) continue;
      const name = nameOf(row);
      const projectId = projects.get(row);
      const changed = kind === "create" || after ? args : {};
      const whitelist = [{ groupName: "web", ipList: ["10.1.0.0/16"] }];
      const all = { ...todays, name, projectId, whitelist, noPasswordAccess: true, ...own, ...changed };
      const cache = new DcsInstance(name, all, options);
      const place = { instanceId: cache.id, projectId };
      if (kind === "backup" && after) new DcsBackup(`${name}-backup`, place, options);
      if (kind !== "restore") continue;
      const backup = backupId ?? new DcsBackup(`${name}-backup`, place).id;
      if (after) new DcsRestore(`${name}-restore`, { ...place, backupId: backup }, options);
    }
  };

/** Without what differs from run to run. */
const steady = (text: string): string =>
  text
    .replace(/<\{%.*?%\}>/g, "")
    .replace(/request id [0-9a-f]{32}/g, "request id ...")
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "9c1a6f8e-...")
    .replace(/within \d+ s\b/g, "within ... s")
    // The engine's frame around the message of an update.
    .replace(/^1 error occurred:\s*\* /, "")
    .replace(/127\.0\.0\.1:\d+/g, "127.0.0.1:8443")
    .trim();

/** Provokes every row under the engine, in two runs. Returns what each user reads; empty if there was no error. */
export async function provoke(rows: readonly Row[]): Promise<ReadonlyMap<Row, string>> {
  const dcs = await startEmulator({
    redis: false,
    createMs: 100,
    deleteMs: 100,
    extendMs: 100,
    taskMs: 100,
    recoverMs: 60_000,
    instanceQuota: 1,
    memoryQuota: 48,
  });
  const stack = await EngineStack.create(dcs.env, { "otc:liveChecks": { value: "false" } });
  const seen = new Map<string, string>();
  const onEvent = ({ diagnosticEvent: event }: EngineEvent) => {
    if (event?.severity !== "error" || !event.urn) return;
    const name =
      event.urn
        .split("::")
        .at(-1)
        ?.replace(/-(backup|restore)$/, "") ?? "";
    const text = steady(event.message);
    if (text !== "") seen.set(name, text);
  };
  try {
    const projects = new Map(rows.map((row) => [row, dcs.addProject(`eu-de_${nameOf(row)}`).id]));
    for (const [row, project] of projects) {
      const { method, path } = row.deed.refused;
      if (row.answer) dcs.fault({ on: { method, path, project }, times: Number.POSITIVE_INFINITY, with: row.answer });
      if (row.behind === "quota") await dcs.foreign({ name: "of-somebody-else" }, project);
    }
    await stack.up(program(rows, projects, false), { continueOnError: true, onEvent });
    const gone = new Set([...projects].flatMap(([row, project]) => (row.behind === "removed" ? [project] : [])));
    for (const { id, projectId } of dcs.instances()) if (gone.has(projectId)) await dcs.remove(id);
    await stack.up(program(rows, projects, true), { continueOnError: true, onEvent });
    return new Map(rows.map((row) => [row, seen.get(nameOf(row)) ?? ""]));
  } finally {
    await stack.close();
    await dcs.close();
  }
}
