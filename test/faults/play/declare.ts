import { type CustomResourceOptions, secret } from "@pulumi/pulumi";
import type { Actor } from "./actor";
import type { Door } from "./doors";

/** Declares what the program of a cell has: its cache; a backup of it; a restore from that. */
export function declare(
  door: Door,
  { resource, record, declared, options, isStruck, adoption, project: projectId }: Actor,
): void {
  const { password } = declared;
  const optionsOf = (sort: "cache" | "backup" | "restore"): CustomResourceOptions =>
    sort === (record?.sort ?? "cache") ? options : {};
  const args = { ...declared, password: password && secret(password) };
  const { id: instanceId } = door.cache(resource, args, optionsOf("cache"));
  // A restore needs a backup from the start.
  if (record === undefined || (record.sort === "backup" && !isStruck)) return;
  const { adoptBackupId, adoptRestoreId } = adoption;
  const backup = { instanceId, projectId, adoptBackupId };
  const { id: backupId } = door.backup(`${resource}-backup`, backup, optionsOf("backup"));
  if (record.sort === "backup" || !isStruck) return;
  door.restore(`${resource}-restore`, { instanceId, projectId, backupId, adoptRestoreId }, optionsOf("restore"));
}
