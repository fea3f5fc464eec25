import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import * as grpc from "@grpc/grpc-js";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { storedText as storedTextOf } from "../../../provider/resource/dynamic-resource";
import { failureOf } from "./call-error";

const { ResourceProviderClient } = require("@pulumi/pulumi/proto/provider_grpc_pb");
const proto = require("@pulumi/pulumi/proto/provider_pb");

export type Props = Record<string, unknown>;
type Message = Record<string, (value: unknown) => void>;

/** The text of the built provider, as it is stored in a user's state. */
export const storedText = async (module = "pulumi-otc-dcs/dcs-instance/v1"): Promise<string> =>
  storedTextOf({ module });

/** The real dynamic-provider process, spoken to as the engine does. */
export class ProviderProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly client: Record<
      string,
      (request: unknown, done: (error: unknown, answer: never) => void) => void
    > & {
      close(): void;
    },
    private readonly text: string,
    private readonly written: string[],
  ) {}

  /** @param cwd Directory of the program; the package under test must be found from there. */
  static async start(
    env: Readonly<Record<string, string>>,
    config: Readonly<Record<string, string>> = {},
    cwd = path.resolve(__dirname, "../../.."),
  ): Promise<ProviderProcess> {
    const script = require.resolve("@pulumi/pulumi/cmd/dynamic-provider");
    // There is no engine to be dialled, nor one whose end could be noticed.
    const child = spawn(process.execPath, [script, "none"], {
      cwd,
      env: { PATH: process.env.PATH, PULUMI_NODEJS_PROJECT: "caches", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const written: string[] = [];
    const lines = createInterface({ input: child.stdout });
    const ended = once(child, "exit").then(() => Promise.reject(new Error("the provider process ended at its start")));
    const [port] = (await Promise.race([once(lines, "line"), ended])) as [string];
    ended.catch(() => {});
    lines.on("line", (line) => written.push(line));
    createInterface({ input: child.stderr }).on("line", (line) => written.push(line));
    const client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
    const started = new ProviderProcess(child, client, await storedText(), written);
    const configure = new proto.ConfigureRequest();
    configure.setArgs(Struct.fromJavaScript({ ...config }));
    await started.call("configure", configure);
    return started;
  }

  /** Lines written to standard output and error so far. */
  get output(): string {
    return this.written.join("\n");
  }

  async check(
    news: Props,
    olds: Props = {},
  ): Promise<{ inputs: Props; failures: Array<{ property: string; reason: string }> }> {
    const answer = await this.call(
      "check",
      this.fill(new proto.CheckRequest(), { Olds: olds, News: this.marked(news) }),
    );
    const failures = answer.getFailuresList().map((failure: { getProperty(): string; getReason(): string }) => ({
      property: failure.getProperty(),
      reason: failure.getReason(),
    }));
    return { inputs: answer.getInputs().toJavaScript(), failures };
  }

  async diff(
    id: string,
    olds: Props,
    news: Props,
  ): Promise<{ changes: boolean; replaces: string[]; deleteBeforeReplace: boolean }> {
    const answer = await this.call(
      "diff",
      this.fill(new proto.DiffRequest(), { Id: id, Olds: olds, News: this.marked(news) }),
    );
    return {
      changes: answer.getChanges() === proto.DiffResponse.DiffChanges.DIFF_SOME,
      replaces: answer.getReplacesList(),
      deleteBeforeReplace: answer.getDeletebeforereplace(),
    };
  }

  async create(inputs: Props): Promise<{ id: string; outs: Props }> {
    const answer = await this.call("create", this.fill(new proto.CreateRequest(), { Properties: this.marked(inputs) }));
    return { id: answer.getId(), outs: answer.getProperties().toJavaScript() };
  }

  async read(id: string, props: Props): Promise<{ id: string; props?: Props; inputs?: Props }> {
    const answer = await this.call(
      "read",
      this.fill(new proto.ReadRequest(), { Id: id, Properties: this.marked(props) }),
    );
    return {
      id: answer.getId(),
      props: answer.getProperties()?.toJavaScript(),
      inputs: answer.getInputs()?.toJavaScript(),
    };
  }

  async update(id: string, olds: Props, news: Props): Promise<Props> {
    const answer = await this.call(
      "update",
      this.fill(new proto.UpdateRequest(), { Id: id, Olds: olds, News: this.marked(news) }),
    );
    return answer.getProperties().toJavaScript();
  }

  async delete(id: string, props: Props): Promise<void> {
    await this.call("delete", this.fill(new proto.DeleteRequest(), { Id: id, Properties: this.marked(props) }));
  }

  /** Ends the process as `kill -9` does; calls under way fail. */
  kill(): void {
    this.child.kill("SIGKILL");
  }

  async stop(): Promise<void> {
    this.client.close();
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill("SIGKILL");
    await once(this.child, "exit");
  }

  private marked = (props: Props): Props => ({ ...props, __provider: this.text });

  private fill<T extends Message>(request: T, fields: Record<string, Props | string>): T {
    for (const [name, value] of Object.entries(fields)) {
      request[`set${name}`]?.(typeof value === "string" ? value : Struct.fromJavaScript(value as never));
    }
    return request;
  }

  // biome-ignore lint/suspicious/noExplicitAny: the generated messages have no types
  private call(method: string, request: unknown): Promise<any> {
    return new Promise((resolve, reject) => {
      this.client[method]?.(request, (error, answer) => (error ? reject(failureOf(error)) : resolve(answer)));
    });
  }
}
