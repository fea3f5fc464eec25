import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type EngineEvent, LocalWorkspace, type PulumiFn, type Stack } from "@pulumi/pulumi/automation";
import { withBareRuns } from "../../engine/support/bare-runs";
import { Cli } from "../../engine/support/cli";
import { processesOf } from "../../engine/support/processes";
import type { Victim } from "../cell";
import type { Door } from "./doors";

/** What one run of the engine left behind. */
export interface Run {
  /** Everything that was printed, events included. */
  readonly output: string;
  /** The error lines of each resource, by its name in the program. */
  readonly errors: ReadonlyMap<string, readonly string[]>;
}

/** A resource as the state holds it. */
export interface Kept {
  readonly name: string;
  readonly id: string | undefined;
  readonly unfinished: boolean;
}

interface StoredResource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly delete?: boolean;
  /** Deleted already, as its replacement comes after it. */
  readonly pendingReplacement?: boolean;
  readonly initErrors?: readonly string[];
}

/** Within this time the calls of a command that was killed have come to their end, in milliseconds. */
const CALLS_END = 2_000;

/** A run that is not over by then hangs. */
const LONGEST_RUN = 6 * 60_000;

const TYPES = /(:Dcs|^otc:dcs:)(Instance|Backup|Restore)$/;

const nameIn = (urn: string): string => urn.split("::").at(-1) ?? "";

interface Listen {
  readonly onOutput: (text: string) => void;
  readonly onEvent: (event: EngineEvent) => void;
  readonly signal: AbortSignal;
}

/** A stack of many caches that fail and succeed independently of each other. */
export class ManyCaches {
  /** Whether the run that is going on, or the latest one, was struck. */
  private struck = false;
  /** Provider processes whose command was killed; they live on. */
  private readonly left: number[] = [];

  private constructor(
    private readonly stack: Stack,
    private readonly cli: Cli,
    private readonly door: Door,
    readonly home: string,
  ) {}

  static async create(name: string, door: Door, env: Readonly<Record<string, string>>): Promise<ManyCaches> {
    const home = await mkdtemp(path.join(tmpdir(), `dcs-faults-${name}-`));
    const cli = await Cli.find();
    const stack = await LocalWorkspace.createStack(
      { stackName: "test", projectName: "faults", program: async () => {} },
      {
        workDir: home,
        pulumiCommand: cli.command,
        projectSettings: {
          name: "faults",
          runtime: "nodejs",
          // The provider process starts here and must find the package under test.
          main: path.resolve(__dirname, "../../.."),
          backend: { url: `file://${home}` },
        },
        envVars: {
          PULUMI_CONFIG_PASSPHRASE: "local only",
          PULUMI_BACKEND_URL: `file://${home}`,
          // All at the same time: what one cache waits for must not keep another one.
          PULUMI_PARALLEL: "1000",
          ...door.env,
          ...env,
        },
      },
    );
    return new ManyCaches(withBareRuns(stack), cli, door, home);
  }

  up = (program: PulumiFn, continueOnError: boolean): Promise<Run> =>
    this.run((listen) => this.stack.up({ ...listen, program, continueOnError }));

  refresh = (): Promise<Run> => this.run((listen) => this.stack.refresh({ ...listen }));

  destroy = (): Promise<Run> => this.run((listen) => this.stack.destroy({ ...listen, continueOnError: true }));

  async kept(): Promise<Kept[]> {
    const { deployment } = await this.stack.exportStack();
    const all: StoredResource[] = deployment?.resources ?? [];
    return all
      .filter(({ type, pendingReplacement }) => TYPES.test(type) && pendingReplacement !== true)
      .map(({ urn, id, initErrors, delete: pending }) => ({
        name: nameIn(urn),
        id,
        unfinished: pending === true || (initErrors ?? []).length > 0,
      }));
  }

  /** Kills a process of the run that is going on. */
  async kill(victim: Victim): Promise<void> {
    const processes = await processesOf(this.cli.client, this.door.process);
    const id = processes[victim];
    if (id === undefined) throw new Error(`there is no process of the ${victim}`);
    process.kill(id, "SIGKILL");
    this.struck = true;
    if (victim === "cli" && processes.provider !== undefined) this.left.push(processes.provider);
  }

  async close(): Promise<void> {
    for (const id of this.left) {
      try {
        process.kill(id, "SIGKILL");
      } catch {
        // It has ended by itself.
      }
    }
    await rm(this.home, { recursive: true, force: true });
  }

  private async run(start: (listen: Listen) => Promise<unknown>): Promise<Run> {
    let output = "";
    const errors = new Map<string, string[]>();
    const onOutput = (text: string) => {
      output += text;
    };
    const onEvent = (event: EngineEvent) => {
      const { urn, severity, message } = event.diagnosticEvent ?? {};
      // Of what Pulumi notes for its own debugging, it prints nothing unless asked to; it has properties in clear.
      if ((severity as string) !== "debug") output += `${JSON.stringify(event)}\n`;
      if (severity !== "error" || urn === undefined || message === undefined) return;
      const name = nameIn(urn);
      errors.set(name, [...(errors.get(name) ?? []), message.replace(/<\{%.*?%\}>/g, "").trim()]);
    };
    try {
      await start({ onOutput, onEvent, signal: AbortSignal.timeout(LONGEST_RUN) });
    } catch (error) {
      // Cells are meant to fail; what was printed tells which.
      output += String(error);
    }
    if (this.struck) {
      this.struck = false;
      await new Promise((wake) => setTimeout(wake, CALLS_END));
      // What a killed command leaves locked.
      await this.stack.cancel();
    }
    return { output, errors };
  }
}
