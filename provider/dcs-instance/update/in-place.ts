import type { RunClient } from "../../process/configuration";
import type { Step } from "../../resource/describe/resource-type";
import { modifyInstanceV2 } from "../api/change/modify-v2";
import { modifyInstance } from "../api/instances";
import type { Instance } from "../api/types";
import { toModifyRequest } from "../conversion/create-request";
import { WINDOWS } from "../values/editions";
import type { InstanceInputs } from "../values/types";
import { rename, setPort } from "./modify-v2";
import { setParameters } from "./parameters";
import { setPassword } from "./password/password";
import { resize } from "./resize/resize";
import { retag } from "./retag";
import { type InstanceStep, ofOne } from "./steps";
import { switchTls } from "./tls";
import { setWhitelist } from "./whitelist";

async function modify({ service, id, live, declared, properties, deadline }: InstanceStep): Promise<void> {
  const body = toModifyRequest(declared as unknown as InstanceInputs, properties, live);
  // Some editions refuse an empty body.
  if (Object.keys(body).length === 0) return;
  const { maintain_begin: begin, maintain_end: end } = body;
  // Version 1.0 knows no windows of one hour.
  const isOfVersion2 = begin !== undefined && WINDOWS[begin] !== end;
  await (isOfVersion2 ? modifyInstanceV2 : modifyInstance)(service, id, body, { deadline });
}

/**
 * The steps that change a running instance, in the order of one update. api/in-place.ts and api/instances.ts have the
 * references of their calls.
 */
export const IN_PLACE: Readonly<Record<string, Step<RunClient, Instance>>> = {
  modify: { carryOut: modify, atOnce: true },
  tag: { carryOut: ofOne(retag), atOnce: true },
  password: { carryOut: setPassword, atOnce: true },
  port: { carryOut: ofOne(setPort), atOnce: false },
  resize: { carryOut: resize, atOnce: false },
  parameters: { carryOut: ofOne(setParameters), atOnce: false },
  // The service applies a whitelist within seconds, or drops it without an error.
  whitelist: { carryOut: setWhitelist, atOnce: false },
  // These two restart the instance, so what decides about the data in a restart is set before them.
  rename: { carryOut: ofOne(rename), atOnce: false },
  tls: { carryOut: ofOne(switchTls), atOnce: false },
};
