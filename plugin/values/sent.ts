import type { Struct as StructMessage } from "google-protobuf/google/protobuf/struct_pb";
import { Struct } from "../sdk";
import type { Props } from "./received";
import { SECRET, SIGNATURE } from "./signature";

/** A message with these properties. The named ones are marked as secret, so that the engine encrypts them. */
export function sent(values: Readonly<Props>, secrets: Iterable<string> = []): StructMessage {
  const hidden = new Set(secrets);
  const entries = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, hidden.has(name) ? { [SIGNATURE]: SECRET, value } : value]);
  return Struct.fromJavaScript(Object.fromEntries(entries));
}
