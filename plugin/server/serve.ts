import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { EngineLog } from "../engine/engine-log";
import { grpc } from "../sdk";
import { service } from "./service";

/** As much as the engine itself takes and sends: the state of a whole resource is one message. */
const MOST_BYTES = 400 * 1024 * 1024;

/** Serves the provider on a free port of loopback, and returns the port. */
export function serve(engine: string | undefined): Promise<number> {
  const server = new grpc.Server({
    "grpc.max_receive_message_length": MOST_BYTES,
    "grpc.max_send_message_length": MOST_BYTES,
  });
  server.addService(ResourceProviderService, service(new EngineLog(engine)) as never);
  return new Promise((done, failed) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) =>
      error ? failed(error) : done(port),
    );
  });
}
