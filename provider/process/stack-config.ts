/** The stack's configuration as the runtime passes it; secrets are decrypted. */
export interface StackConfig {
  get(key: string): string | undefined;
}

/** All keys of the stack's configuration, as far as the runtime shows them. */
export const configKeys = (config: StackConfig): string[] =>
  Object.keys((config as { readonly rawConfig?: object }).rawConfig ?? {});
