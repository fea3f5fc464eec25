import { readFile } from "node:fs/promises";
import path from "node:path";
import type * as Grpc from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { GetSchemaResponse, ProviderHandshakeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { interruptible } from "../../provider/http/retry/interruption";
import { heardBy } from "../../provider/process/log";
import { create, remove, update } from "../calls/change";
import { check } from "../calls/check";
import { abilities, checkConfig, configure, diffConfig } from "../calls/configuration";
import { Configured } from "../calls/configured";
import { diff } from "../calls/diff";
import { invoke } from "../calls/invoke";
import { read } from "../calls/read";
import type { EngineLog } from "../engine/engine-log";
import { Empty } from "../sdk";
import { failure } from "./failure";
import { root, version } from "./package";

type Handler<Q, A> = Grpc.handleUnaryCall<Q, A>;

/** The calls of one provider process. Nothing of a run is kept outside of it. */
export function service(log: EngineLog): Partial<IResourceProviderServer> {
  let configured = new Configured({ get: () => undefined });
  const cancelled = new AbortController();

  /** Answers a call. Its lines are shown before its answer, and its waits end when the run is cancelled. */
  const answer =
    <Q extends object, A>(work: (request: Q) => A | Promise<A>): Handler<Q, A> =>
    async ({ request }, reply) => {
      const urn = "getUrn" in request ? (request as unknown as { getUrn(): string }).getUrn() : "";
      const lines: Promise<void>[] = [];
      const say = (line: string) => void lines.push(log.show(line, urn));
      try {
        const done = await interruptible(cancelled.signal, () => heardBy(say, async () => work(request)));
        await Promise.all(lines);
        reply(null, done);
      } catch (error) {
        await Promise.all(lines);
        reply(failure(error));
      }
    };

  return {
    handshake: answer(() =>
      new ProviderHandshakeResponse().setAcceptSecrets(true).setSupportsAutonamingConfiguration(true),
    ),
    getPluginInfo: answer(() => new PluginInfo().setVersion(version)),
    getSchema: answer(async () => new GetSchemaResponse().setSchema(await schema())),
    attach: answer(() => new Empty()),
    checkConfig: answer(checkConfig),
    diffConfig: answer(diffConfig),
    configure: answer((request) => {
      configured = configure(request);
      return abilities();
    }),
    check: answer((request) => check(configured, request)),
    diff: answer((request) => diff(configured, request)),
    create: answer((request) => create(configured, request)),
    read: answer((request) => read(configured, request)),
    update: answer((request) => update(configured, request)),
    delete: answer(async (request) => {
      await remove(configured, request);
      return new Empty();
    }),
    invoke: answer((request) => invoke(configured, request)),
    cancel: answer(() => {
      cancelled.abort();
      return new Empty();
    }),
  };
}

const schema = (): Promise<string> => readFile(path.join(root, "plugin/schema.json"), "utf8");
