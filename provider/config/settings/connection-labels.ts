import type { SettingLabels } from "../../http/exchange/setting-labels";
import { settingLabel } from "./settings";

/** The settings that can repair a connection. */
export const CONNECTION_LABELS: SettingLabels = {
  address: [settingLabel("region"), settingLabel("authUrl"), settingLabel("dcsEndpoint")].join(", "),
  authorities: settingLabel("caCertFile"),
};
