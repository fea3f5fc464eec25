import type { ApiRequest, CallOptions } from "../../client/dcs-client";
import { connect, type RunClient } from "../../process/configuration";
import type { Run } from "../../process/run";
import type { Values } from "../../resource/describe/argument";
import { byArgument } from "../../resource/describe/named-argument";
import { targetOf } from "./place/target";
import { INSTANCE_ARGUMENTS } from "./rows/instance-arguments";

/** A client whose failures name an instance's arguments. */
class Connection {
  readonly client: RunClient;

  constructor(dcs: RunClient) {
    this.client = {
      ...dcs,
      request: <T>(request: ApiRequest, options?: CallOptions) =>
        dcs.request<T>(request, options).catch(byArgument(INSTANCE_ARGUMENTS)),
    };
  }
}

/** The DCS of an instance's region and project: always the same object in a run. */
export function connectFor(run: Run, at: Values): RunClient {
  const dcs = connect(run, targetOf(at));
  return run.shared(dcs, Connection, () => new Connection(dcs)).client;
}
