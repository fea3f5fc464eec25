import { ServiceError } from "../../../service/errors";
import { jsonBody } from "../../../world/call/body";
import { type Answer, type Call, noContent, ok } from "../../../world/call/call";
import type { InstanceRecord } from "../../../world/records/instance-record";
import { addressLimit, canBeStored, checkWhitelist, type Whitelist } from "../../rules/fields/whitelist";
import { instanceOf } from "../instances/instances";

const whitelists = new WeakMap<InstanceRecord, Whitelist>();

function supported(call: Call): InstanceRecord {
  const instance = instanceOf(call);
  if (instance.engineVersion === "3.0") throw new ServiceError(4872);
  return instance;
}

export function readWhitelist(call: Call): Answer {
  const instance = supported(call);
  const { enable_whitelist, whitelist } = whitelists.get(instance) ?? { enable_whitelist: false, whitelist: [] };
  return ok({ instance_id: instance.id, enable_whitelist, whitelist, whitelist_ip_limit_num: addressLimit });
}

/**
 * Replaces the whole list, or drops the request without a word when it holds what is no range. Nothing is enforced:
 * every client of the emulator comes from loopback.
 */
export function setWhitelist(call: Call): Answer {
  const { instances, options } = call.world;
  const instance = supported(call);
  const wanted = checkWhitelist(jsonBody(call));
  const store = () => {
    whitelists.set(instance, wanted);
  };
  if (canBeStored(wanted) && options.whitelistMs > 0) instances.after(options.whitelistMs, store);
  else if (canBeStored(wanted)) store();
  return options.whitelistStatus === 204 ? noContent : ok({});
}
