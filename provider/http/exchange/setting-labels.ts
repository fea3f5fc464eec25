/** What messages call the settings that can repair a connection. The caller names them. */
export interface SettingLabels {
  /** The settings that decide which hosts are called. */
  readonly address: string;
  /** The setting that names a PEM file of authorities. */
  readonly authorities: string;
}
