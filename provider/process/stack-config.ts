/** The stack's configuration as the runtime passes it; secrets are decrypted. */
export interface StackConfig {
  get(key: string): string | undefined;
  /** Where the values stand, for messages. Default: the stack's config. */
  readonly place?: string;
}

/** All keys of the stack's configuration, as far as the runtime shows them. */
export const configKeys = (config: StackConfig): string[] =>
  Object.keys((config as { readonly rawConfig?: object }).rawConfig ?? {});
