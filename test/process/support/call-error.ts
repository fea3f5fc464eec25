import type * as grpc from "@grpc/grpc-js";
import type { Props } from "./provider-process";

const proto = require("@pulumi/pulumi/proto/provider_pb");
const { Status } = require("@pulumi/pulumi/proto/status_pb");

/** A failure of a call: the message and, after the instance exists, what the engine keeps of it. */
export class CallError extends Error {
  constructor(
    message: string,
    readonly kept?: { id: string; properties: Props; reasons: string[] },
  ) {
    super(message);
  }
}

/** The failure of a call that gRPC reports. */
export function failureOf(error: unknown): CallError {
  const { details, message, metadata } = error as grpc.ServiceError;
  const [packed] = metadata?.get("grpc-status-details-bin") ?? [];
  if (packed === undefined) return new CallError(details ?? message);
  const [detail] = Status.deserializeBinary(packed).getDetailsList();
  const failed = proto.ErrorResourceInitFailed.deserializeBinary(detail.getValue_asU8());
  return new CallError(details, {
    id: failed.getId(),
    properties: failed.getProperties().toJavaScript(),
    reasons: failed.getReasonsList(),
  });
}
