import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { grpc } from "../sdk";

const WARNING = /^warning: /;

/** Shows lines to the user, each at the resource that it is about. Without an engine they go to standard error. */
export class EngineLog {
  readonly #engine?: EngineClient;

  /** @param address Host and port of the engine. */
  constructor(address: string | undefined) {
    if (address && /:\d+$/.test(address)) this.#engine = new EngineClient(address, grpc.credentials.createInsecure());
  }

  /** Shows a line. The promise ends once the engine has it; it never fails. */
  show(line: string, urn: string): Promise<void> {
    if (!this.#engine) {
      process.stderr.write(`${line}\n`);
      return Promise.resolve();
    }
    const request = new LogRequest()
      .setSeverity(WARNING.test(line) ? LogSeverity.WARNING : LogSeverity.INFO)
      .setMessage(line.replace(WARNING, ""))
      .setUrn(urn);
    const engine = this.#engine;
    // A line that the engine does not take is not worth a failure of the resource.
    return new Promise((done) => engine.log(request, () => done()));
  }
}
