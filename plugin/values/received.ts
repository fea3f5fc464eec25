import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { SECRET, SIGNATURE } from "./signature";

export type Props = Record<string, unknown>;

/** Properties of a message as plain values. */
export interface Received {
  readonly values: Props;
  /** Names of the properties that are secret or have a secret in them. */
  readonly secrets: ReadonlySet<string>;
}

const isWrapped = (value: object): value is { readonly value: unknown } =>
  (value as Props)[SIGNATURE] === SECRET && "value" in value;

const hasSecret = (value: unknown): boolean =>
  value !== null && typeof value === "object" && (isWrapped(value) || Object.values(value).some(hasSecret));

function bare(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(bare);
  if (isWrapped(value)) return bare(value.value);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, bare(each)]));
}

/** Takes the marks of secrets off. */
export function received(message: Struct | undefined): Received {
  const values = (message?.toJavaScript() ?? {}) as Props;
  const secrets = Object.keys(values).filter((name) => hasSecret(values[name]));
  return { values: bare(values) as Props, secrets: new Set(secrets) };
}
