import { extendInstance } from "../../api/change/in-place";
import type { InstanceStep } from "../steps";

/** Starts to extend an instance of 3.0, whose product serves every size. */
export async function extend({ service, id, declared, deadline }: InstanceStep): Promise<void> {
  await extendInstance(service, id, { new_capacity: declared.capacity as number }, { deadline });
}
