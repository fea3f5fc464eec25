/** The stack's configuration as the runtime hands it over; secrets are decrypted. */
export interface StackConfig {
  get(key: string): string | undefined;
}

/** All keys of the stack's configuration, as far as the runtime lets them be seen. */
export const configKeys = (config: StackConfig): string[] =>
  Object.keys((config as { readonly rawConfig?: object }).rawConfig ?? {});
