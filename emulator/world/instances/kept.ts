import { productById } from "../../catalogue/products";
import type { InstanceRecord } from "../records/instance-record";
import { type Backup, ledgerOf, type Restoration } from "./details/backups";
import type { InstanceStore } from "./store";

/** An instance with its records, as JSON can hold it: without its password and without data. */
export interface KeptInstance {
  readonly instance: Omit<InstanceRecord, "password">;
  readonly backups: ReadonlyArray<Omit<Backup, "data">>;
  readonly restorations: ReadonlyArray<Omit<Restoration, "backup"> & { readonly backupId: string }>;
}

/** All instances, for another local DCS. */
export const keptIn = (store: InstanceStore): KeptInstance[] =>
  store.all().map((record) => {
    const { password: _, ...instance } = record;
    const { backups, restorations } = ledgerOf(record);
    return structuredClone({
      instance,
      backups: backups.map(({ data: _, ...backup }) => backup),
      restorations: restorations.map(({ backup, ...restoration }) => ({ ...restoration, backupId: backup.id })),
    });
  });

/** Puts instances back under their ids. Those that ask for a password take this one. */
export async function putBack(store: InstanceStore, kept: readonly KeptInstance[], password: string): Promise<void> {
  for (const { instance, ...records } of structuredClone(kept)) {
    const product = productById.get(instance.product.productId) ?? instance.product;
    const record: InstanceRecord = { ...instance, product, password: instance.passwordFree ? "" : password };
    const { backups, restorations } = ledgerOf(record);
    backups.push(...records.backups.map((backup) => ({ ...backup, data: Buffer.alloc(0) })));
    for (const { backupId, ...restoration } of records.restorations) {
      const backup = backups.find(({ id }) => id === backupId);
      if (backup) restorations.push({ ...restoration, backup });
    }
    await store.put(record);
  }
}
