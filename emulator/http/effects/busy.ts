import type { BusyCode } from "../../faults/fault";
import { ServiceError } from "../../service/errors";

/** The refusal that means "wait and try again", as the generation of the path spells it. */
export function busyBody(code: BusyCode, path: string): object {
  const v2 = path.startsWith("/v2/");
  if (typeof code === "number") return new ServiceError(code).body(v2 ? "v2" : "v1.0");
  const message = "An order of the instance is being processed.";
  return v2 ? { error_code: code, error_msg: message } : { error: { code, message, ext_message: null } };
}
