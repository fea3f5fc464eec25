import type { LiveCatalogue } from "../../catalogue/live";
import type { Clock } from "../../service/clock";
import { ServiceError } from "../../service/errors";
import type { ResolvedOptions } from "../../service/options";
import { isUuid } from "../../service/values";
import type { CreateOrder } from "../records/create-order";
import type { InstanceRecord, Status } from "../records/instance-record";
import { newRecord } from "../records/new-record";
import type { RedisHost } from "../redis/host";
import { type Course, Unlisted } from "./course";
import { History } from "./history";

/** The instances of all projects, and what happens to them with time. */
export class InstanceStore {
  readonly history = new History();
  private readonly records = new Map<string, InstanceRecord>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly unlisted = new Unlisted();

  constructor(
    private readonly options: ResolvedOptions,
    private readonly redis: RedisHost,
    private readonly clock: Clock,
    private readonly catalogue: LiveCatalogue,
  ) {}

  all(): InstanceRecord[] {
    return [...this.records.values()];
  }

  ofProject(projectId: string): InstanceRecord[] {
    return this.all().filter((record) => record.projectId === projectId);
  }

  /** Memory of all instances of a project in GB. */
  memoryOf(projectId: string): number {
    return this.ofProject(projectId).reduce((sum, { capacity }) => sum + capacity, 0);
  }

  /** Refuses an order of so many GB more if the project may not hold them. */
  requireMemory(projectId: string, more: number): void {
    if (more > 0 && this.memoryOf(projectId) + more > this.catalogue.quota.memoryQuota) throw new ServiceError(4036);
  }

  /** The instance, or the refusal the service gives for a malformed or unknown id. */
  get(projectId: string, id: string | undefined): InstanceRecord {
    if (!isUuid(id)) throw new ServiceError(4061);
    const record = this.records.get(id);
    if (record === undefined || record.projectId !== projectId) throw new ServiceError(3022);
    return record;
  }

  /** The same for a call that only looks at it: one that lags behind its creation is unknown still. */
  see(projectId: string, id: string | undefined): InstanceRecord {
    const record = this.get(projectId, id);
    if (this.unlisted.unreadable(record.id)) throw new ServiceError(3022);
    return record;
  }

  /** What one call to list shows. */
  list(projectId: string): InstanceRecord[] {
    return this.unlisted.list(this.ofProject(projectId));
  }

  create(projectId: string, order: CreateOrder, course: Course = {}): InstanceRecord[] {
    const { instanceQuota } = this.catalogue.quota;
    if (this.ofProject(projectId).length + order.count > instanceQuota) throw new ServiceError(4035);
    this.requireMemory(projectId, order.count * order.capacity);
    return Array.from({ length: order.count }, (_, index) => {
      const name = order.count === 1 ? order.name : `${order.name}-${String(index + 1).padStart(4, "0")}`;
      const record = newRecord(
        projectId,
        "caller",
        { ...order, name },
        order.privateIps[index] ?? null,
        this.clock.stamp(),
      );
      this.add(record);
      if (course.unlisted !== undefined) this.unlisted.add(record.id, course.unlisted);
      this.after(course.ms ?? this.options.createMs, () => this.build(record, course));
      return record;
    });
  }

  /** Puts an instance of somebody else here, ready for use. */
  async plant(projectId: string, order: CreateOrder): Promise<InstanceRecord> {
    const record = newRecord(projectId, "foreign", order, order.privateIps[0] ?? null, this.clock.stamp());
    this.add(record);
    await this.build(record, {});
    return record;
  }

  /** Puts an instance here as it is, under its own id. */
  async put(record: InstanceRecord): Promise<void> {
    this.records.set(record.id, record);
    await this.redis.serve(record);
  }

  /** Puts an instance into a passing state, and out of it again once `work` is done. */
  pass(
    record: InstanceRecord,
    during: Status,
    ms: number,
    work: () => Promise<void> | void,
    course: Course = {},
  ): void {
    this.turn(record, during);
    this.after(course.ms ?? ms, async () => {
      if (record.status !== during) return;
      if (course.ends !== undefined) return this.end(record, course.ends);
      try {
        await work();
        this.settle(record, "RUNNING");
      } catch {
        this.settle(record, "ERROR");
      }
    });
  }

  delete(record: InstanceRecord, course: Course = {}): void {
    this.turn(record, "DELETING");
    const { ends } = course;
    this.after(course.ms ?? this.options.deleteMs, () =>
      ends === undefined ? this.remove(record.id) : this.end(record, ends),
    );
  }

  async remove(id: string): Promise<void> {
    this.records.delete(id);
    this.history.end(id);
    await this.redis.stop(id);
  }

  /** Runs `work` later, unless the emulator is closed first; never for `Infinity`. */
  after(ms: number, work: () => Promise<void> | void): void {
    if (ms === Number.POSITIVE_INFINITY) return;
    const timer = setTimeout(async () => {
      this.timers.delete(timer);
      await work();
    }, ms);
    this.timers.add(timer);
  }

  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  settle(record: InstanceRecord, status: Status): void {
    this.turn(record, status);
    record.updatedAt = this.clock.stamp();
  }

  private add(record: InstanceRecord): void {
    this.records.set(record.id, record);
    this.history.note(record);
  }

  private turn(record: InstanceRecord, status: Status): void {
    record.status = status;
    this.history.note(record);
  }

  private async build(record: InstanceRecord, { ends }: Course): Promise<void> {
    if (record.status !== "CREATING") return;
    if (ends !== undefined) return this.end(record, ends);
    try {
      await this.redis.serve(record);
    } catch {
      return this.end(record, { status: "CREATEFAILED", errorCode: "dcs.04.0002" });
    }
    if (!this.records.has(record.id)) return this.redis.stop(record.id);
    record.launchedAt = this.clock.stamp();
    this.settle(record, "RUNNING");
  }

  private end(record: InstanceRecord, { status, errorCode }: NonNullable<Course["ends"]>): void {
    record.errorCode = errorCode;
    this.settle(record, status);
  }
}
