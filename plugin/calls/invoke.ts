import type { InvokeRequest, InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { InvokeResponse as Response } from "@pulumi/pulumi/proto/provider_pb";
import { look } from "../../provider/functions/work/look";
import { FUNCTION_KINDS, type FunctionKind } from "../functions/function-kind";
import { received } from "../values/received";
import { sent } from "../values/sent";
import type { Configured } from "./configured";

const KINDS: Readonly<Record<string, FunctionKind>> = FUNCTION_KINDS;

/** Calls a function. */
export async function invoke({ run }: Configured, request: InvokeRequest): Promise<InvokeResponse> {
  const name = request.getTok().replace(/^otc:dcs:/, "");
  const kind = KINDS[name];
  if (!kind)
    throw new Error(`${request.getTok()} is not a function of this provider: it has ${Object.keys(KINDS).join(", ")}`);
  const found = await look(run, name, kind.work, received(request.getArgs()).values);
  const plain = JSON.parse(JSON.stringify(found));
  return new Response().setReturn(sent(kind.result === undefined ? plain : { [kind.result]: plain }));
}
