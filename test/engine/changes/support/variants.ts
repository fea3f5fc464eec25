import { zones } from "../../../../emulator/catalogue/zones";
import { cluster, first, ha, type Row, single, withPassword } from "../rows/row";

const policy = (backupType?: string, backupAt = [7, 1]): Row["from"] => ({
  instanceBackupPolicy: {
    saveDays: 1,
    ...(backupType ? { backupType } : {}),
    periodicalBackupPlan: { beginAt: "23:00-24:00", periodType: "weekly", backupAt },
  },
});

const window = { maintainBegin: "18:00:00", maintainEnd: "22:00:00" };

/** Each edition and mode, with and without policy, window and password. */
export const variants: Readonly<Record<string, Row["from"]>> = {
  "v30-single": { ...first, cacheMode: "single", availableZones: ["eu-de-01"] },
  "v30-ha": { ...first, ...policy("auto"), ...window },
  "v30-ha-by-product": { ...first, cacheMode: undefined, productId: "OTC_DCS_MS", description: 'a "quoted" \\ text' },
  "v30-cluster": { ...first, cacheMode: "cluster", capacity: 64 },
  "v40-single": { ...single, engineVersion: "4.0", ...window },
  "v40-ha": { ...withPassword, engineVersion: "4.0", ...policy() },
  "v50-cluster": { ...cluster, engineVersion: "5.0", ...policy("auto", [5]) },
  "v50-ha-by-id": { ...ha, engineVersion: "5.0", availableZones: zones.slice(0, 2).map(({ id }) => id) },
  "v60-smallest": { ...single, capacity: 0.125 },
  "v60-ha": { ...withPassword, ...policy("manual"), ...window },
  "v60-ha-of-three": { ...ha, cacheMode: undefined, productId: "redis.ha.xu1.large.r3.8-h", capacity: 8 },
  "v60-cluster": { ...cluster, noPasswordAccess: undefined, password: withPassword.password },
  "v60-proxy": { ...cluster, cacheMode: "proxy", ...policy("auto") },
  "v60-everything": {
    ...withPassword,
    description: "carts",
    ...policy("auto"),
    ...window,
    privateIp: "192.168.0.7",
    port: 6380,
    renameCommands: { keys: "cachekeys" },
    enableSsl: true,
    enablePublicip: true,
    publicipId: "22222222-3333-4444-8555-666666666666",
    enterpriseProjectId: "0",
    tags: { stage: "test", team: "shop" },
  },
};
