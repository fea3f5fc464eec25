import type * as Grpc from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { redact } from "../../provider/http/secrets/redact";
import { messageOf } from "../../provider/resource/state/partial-failure";
import { InitFailed } from "../calls/partial";
import { Any, grpc } from "../sdk";

// Google's message for details of a failure travels in this field.
const DETAILS = "grpc-status-details-bin";

/** A failure as the engine reads it. */
export function failure(error: unknown): Partial<Grpc.StatusObject> {
  const code = grpc.status.UNKNOWN;
  const details = redact(messageOf(error));
  if (!(error instanceof InitFailed)) return { code, details };
  const failed = new ErrorResourceInitFailed()
    .setId(error.id)
    .setProperties(error.properties)
    .setReasonsList([...error.reasons]);
  const packed = new Any();
  packed.pack(failed.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const status = new Status().setCode(code).setMessage(details).setDetailsList([packed]);
  const metadata = new grpc.Metadata();
  metadata.add(DETAILS, Buffer.from(status.serializeBinary()));
  return { code, details, metadata };
}
