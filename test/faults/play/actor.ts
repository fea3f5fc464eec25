import type { CustomResourceOptions } from "@pulumi/pulumi";
import type { DcsInstanceArgs } from "pulumi-otc-dcs";
import type { Emulator, FaultHandle, InstanceSnapshot } from "../../../emulator";
import { PASSWORD, todays } from "../../engine/support/programs";
import { type Backstage, type Cell, plansFor } from "../cell";
import type { ManyCaches } from "./engine";
import type { Look } from "./look";
import type { Watch } from "./watch";

/** A cell on its stage: a project of its own, a resource in the common program. */
export class Actor {
  readonly project: string;
  readonly name: string;
  /** Instances of somebody else, as they were put there. */
  readonly planted: InstanceSnapshot[] = [];
  /** Where the journal stood before the latest run. */
  since = 0;
  declared: DcsInstanceArgs;
  readonly options: CustomResourceOptions;
  readonly looks: Look[] = [];
  /** The backup or the restore that the struck run creates, if the cell is about one. */
  readonly record?: { readonly sort: "backup" | "restore"; readonly name: string };
  /** Which backup or restore is to be taken over. */
  adoption: { adoptBackupId?: string; adoptRestoreId?: string } = {};
  /** Whether the program is already the one of the struck run. */
  isStruck = false;
  private handles: FaultHandle[] = [];

  constructor(
    readonly cell: Cell,
    readonly resource: string,
    private readonly dcs: Emulator,
    private readonly watch: Watch,
    private readonly stack: Pick<ManyCaches, "kill">,
  ) {
    const { operation: sort } = cell;
    if (sort === "backup" || sort === "restore") this.record = { sort, name: `${resource}-${sort}` };
    this.project = dcs.addProject(`eu-de_${resource}`).id;
    this.name = `faulty-${resource}`;
    this.declared = { ...todays, password: PASSWORD, projectId: this.project, name: this.name, ...cell.args };
    this.options = cell.timeouts === undefined ? {} : { customTimeouts: cell.timeouts };
  }

  /** Lets what is planned for the cell go wrong from now on. */
  async strike(): Promise<void> {
    this.handles = plansFor(this.cell, this.project).map((plan) => this.dcs.fault(plan));
    this.isStruck = true;
    this.declared = { ...this.declared, ...this.cell.change };
    await this.cell.before?.(this.backstage());
  }

  /** Whether a fault that was planned has met no call, so that the cell shows nothing. */
  missed(): boolean {
    return this.handles.some(({ hits }) => hits === 0);
  }

  /** Whether the message of the latest run says to refresh first. */
  asksForRefresh(): boolean {
    return this.looks.at(-1)?.seen?.includes("run `pulumi refresh`") ?? false;
  }

  /** Does what the messages of the latest run ask for. */
  followMessages(): void {
    const latest = this.looks.at(-1);
    if (latest === undefined) return;
    this.takeRecordOver(latest);
    if (latest.kept.length > 0) return;
    const [own] = latest.ours;
    const nameIsTaken = latest.foreign.some(({ name }) => name === this.declared.name);
    if (own === undefined) {
      if (nameIsTaken) this.declared = { ...this.declared, name: `${this.name}-again` };
      return;
    }
    const adoption = nameIsTaken ? { adoptInstanceId: own.id } : { onNameConflict: "adopt" as const };
    this.declared = { ...this.declared, ...adoption };
  }

  /** Whether an instance of somebody else is not as it was put there, or got into the state, or was aimed at. */
  touchedForeign(): boolean {
    const now = this.dcs.instances();
    return this.planted.some((before) => {
      const after = now.find(({ id }) => id === before.id);
      const kept = this.looks.some((look) => look.kept.some(({ id }) => id === before.id));
      return kept || JSON.stringify(after) !== JSON.stringify(before);
    });
  }

  /** What is done, and not in the state, is of the run that was cut off. What goes on is taken over by itself. */
  private takeRecordOver({ records }: Look): void {
    const done = records?.ours.find(({ status }) => status === "succeed");
    if (done === undefined || records?.kept.length !== 0) return;
    this.adoption = this.record?.sort === "backup" ? { adoptBackupId: done.id } : { adoptRestoreId: done.id };
  }

  private own(): InstanceSnapshot | undefined {
    return this.dcs.instances().find(({ projectId, owner }) => projectId === this.project && owner === "caller");
  }

  private backstage(): Backstage {
    return {
      name: this.name,
      setStatus: (status) => {
        const own = this.own();
        if (own !== undefined) this.dcs.tamper(own.id, { status });
      },
      setPassword: (password) => {
        const own = this.own();
        if (own !== undefined) this.dcs.tamper(own.id, { password });
      },
      remove: async () => {
        const own = this.own();
        if (own !== undefined) await this.dcs.remove(own.id);
      },
      foreign: async (fields) => {
        this.planted.push(await this.dcs.foreign(fields, this.project));
      },
      stopListening: () => this.dcs.stopListening(),
      resumeListening: () => this.dcs.resumeListening(),
      kill: (victim) => this.stack.kill(victim),
      later: (ms, work) => this.watch.later(ms, work),
      onCall: (method, work) => this.watch.onCall({ method, project: this.project }, work),
    };
  }
}
