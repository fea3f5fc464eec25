import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Props } from "../values/received";

/** A failure of a resource that exists. The engine keeps the id and the state. */
export class InitFailed extends Error {
  constructor(
    message: string,
    readonly id: string,
    readonly properties: Struct,
    readonly reasons: readonly string[],
  ) {
    super(message);
  }
}

/** Runs a method. If it fails after the resource exists, the failure carries the state, as `message` writes it. */
export async function keepingState<T>(method: () => Promise<T>, message: (state: Props) => Struct): Promise<T> {
  try {
    return await method();
  } catch (error) {
    const { id, properties, reasons } = error as { id?: string; properties?: Props; reasons?: string[] };
    if (id === undefined) throw error;
    throw new InitFailed((error as Error).message, id, message(properties ?? {}), reasons ?? []);
  }
}
