import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { failureOf } from "../../process/support/call-error";

const { ResourceProviderClient } = require("@pulumi/pulumi/proto/provider_grpc_pb");
const proto = require("@pulumi/pulumi/proto/provider_pb");

export type Props = Record<string, unknown>;

/** The clone, which holds the plugin as it is built. */
const clone = path.resolve(__dirname, "../../..");

const SECRET = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };

/** A value as the engine writes it if it is secret. */
export const secret = (value: unknown): Props => ({ ...SECRET, value });

/** One change as the plugin explains it. */
export type Detail = Readonly<Record<string, string>>;

const KINDS = Object.fromEntries(
  Object.entries(proto.PropertyDiff.Kind as Record<string, number>).map(([name, at]) => [at, name.toLowerCase()]),
);

/** How the process is started, where it is not the usual way. */
interface Start {
  readonly urn?: string;
  /** What is typed, and its arguments. */
  readonly command?: readonly [string, ...string[]];
}

/** The real plugin process, spoken to as the engine does. */
export class PluginProcess {
  private constructor(
    readonly child: ChildProcess,
    // biome-ignore lint/suspicious/noExplicitAny: the generated client is called by names
    private readonly client: any,
    private readonly written: string[],
  ) {}

  static async start(
    env: Readonly<Record<string, string>>,
    config: Props = {},
    { urn, command = [process.execPath, path.join(clone, "dist/plugin/main.js")] }: Start = {},
  ): Promise<PluginProcess> {
    const child = spawn(command[0], command.slice(1), {
      env: { PATH: process.env.PATH, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const written: string[] = [];
    const lines = createInterface({ input: child.stdout });
    createInterface({ input: child.stderr }).on("line", (line) => written.push(line));
    const ended = once(child, "exit").then(() => Promise.reject(new Error(`the plugin ended: ${written.join("\n")}`)));
    const [port] = (await Promise.race([once(lines, "line"), ended])) as [string];
    ended.catch(() => {});
    lines.on("line", (line) => written.push(line));
    const client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
    const started = new PluginProcess(child, client, written);
    await started.configure(config, urn);
    return started;
  }

  get output(): string {
    return this.written.join("\n");
  }

  configure = (config: Props, urn = ""): Promise<unknown> =>
    this.call(
      "configure",
      new proto.ConfigureRequest()
        .setArgs(Struct.fromJavaScript(config as never))
        .setName(urn.split("::").at(-1) ?? ""),
    );

  async checkConfig(urn: string, news: Props): Promise<{ inputs: Props; failures: string[] }> {
    const request = new proto.CheckRequest().setUrn(urn).setNews(Struct.fromJavaScript(news as never));
    const answer = await this.call("checkConfig", request);
    const failures = answer.getFailuresList().map((each: { getReason(): string }) => each.getReason());
    return { inputs: answer.getInputs().toJavaScript(), failures };
  }

  async check(
    urn: string,
    news: Props,
    olds: Props = {},
  ): Promise<{ inputs: Props; failures: Array<{ property: string; reason: string }> }> {
    const answer = await this.call("check", fill(new proto.CheckRequest(), { Urn: urn, Olds: olds, News: news }));
    const failures = answer.getFailuresList().map((failure: { getProperty(): string; getReason(): string }) => ({
      property: failure.getProperty(),
      reason: failure.getReason(),
    }));
    return { inputs: answer.getInputs().toJavaScript(), failures };
  }

  async diff(urn: string, id: string, olds: Props, news: Props, oldInputs: Props = {}) {
    const fields = { Urn: urn, Id: id, Olds: olds, News: news, OldInputs: oldInputs };
    const answer = await this.call("diff", fill(new proto.DiffRequest(), fields));
    return {
      changes: answer.getChanges() === proto.DiffResponse.DiffChanges.DIFF_SOME,
      replaces: answer.getReplacesList() as string[],
      stables: answer.getStablesList() as string[],
      deleteBeforeReplace: answer.getDeletebeforereplace() as boolean,
      detailed: Object.fromEntries(
        answer
          .getDetaileddiffMap()
          .getEntryList()
          .map(([name]: [string]) => [name, KINDS[answer.getDetaileddiffMap().get(name).getKind()] ?? ""]),
      ) as Detail,
    };
  }

  async create(
    urn: string,
    inputs: Props,
    { preview = false, timeout = 0 } = {},
  ): Promise<{ id: string; outs: Props }> {
    const request = fill(new proto.CreateRequest(), { Urn: urn, Properties: inputs });
    const answer = await this.call("create", request.setPreview(preview).setTimeout(timeout));
    return { id: answer.getId(), outs: answer.getProperties().toJavaScript() };
  }

  async read(urn: string, id: string, props: Props = {}, inputs: Props = {}) {
    const request = fill(new proto.ReadRequest(), { Urn: urn, Id: id, Properties: props, Inputs: inputs });
    const answer = await this.call("read", request);
    return {
      id: answer.getId() as string,
      props: answer.getProperties()?.toJavaScript() as Props,
      inputs: answer.getInputs()?.toJavaScript() as Props,
    };
  }

  async update(urn: string, id: string, olds: Props, news: Props, oldInputs: Props = {}, preview = false) {
    const fields = { Urn: urn, Id: id, Olds: olds, News: news, OldInputs: oldInputs };
    const answer = await this.call("update", fill(new proto.UpdateRequest(), fields).setPreview(preview));
    return answer.getProperties().toJavaScript() as Props;
  }

  delete = (urn: string, id: string, props: Props, oldInputs: Props = {}): Promise<unknown> =>
    this.call("delete", fill(new proto.DeleteRequest(), { Urn: urn, Id: id, Properties: props, OldInputs: oldInputs }));

  async invoke(token: string, args: Props = {}): Promise<Props> {
    const answer = await this.call("invoke", fill(new proto.InvokeRequest(), { Tok: token, Args: args }));
    return answer.getReturn().toJavaScript();
  }

  cancel = (): Promise<unknown> => this.call("cancel", new Empty());

  async schema(): Promise<Props> {
    return JSON.parse((await this.call("getSchema", new proto.GetSchemaRequest())).getSchema());
  }

  async version(): Promise<string> {
    return (await this.call("getPluginInfo", new Empty())).getVersion();
  }

  async stop(): Promise<void> {
    this.client.close();
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill("SIGKILL");
    await once(this.child, "exit");
  }

  // biome-ignore lint/suspicious/noExplicitAny: the generated messages have no types here
  private call(method: string, request: unknown): Promise<any> {
    return new Promise((resolve, reject) => {
      this.client[method](request, (error: unknown, answer: unknown) =>
        error ? reject(failureOf(error)) : resolve(answer),
      );
    });
  }
}

// biome-ignore lint/suspicious/noExplicitAny: the generated messages have no types here
function fill(request: any, fields: Record<string, Props | string>): any {
  for (const [name, value] of Object.entries(fields))
    request[`set${name}`](typeof value === "string" ? value : Struct.fromJavaScript(value as never));
  return request;
}
