import { isDeepStrictEqual } from "node:util";
import type { InstanceSnapshot } from "../../../emulator";
import type { Props } from "../../process/support/provider-process";
import type { Entry } from "../engines/engine";
import { differences, servedView, type View, viewOf } from "../play/views";

/** What a program may leave out and somebody may change from outside, with the arguments that declare it. */
const OPTIONAL = {
  description: ["description"],
  window: ["maintainBegin", "maintainEnd"],
  policy: ["instanceBackupPolicy"],
  tags: ["tags"],
} as const satisfies Partial<Record<keyof View, readonly string[]>>;

type Field = keyof typeof OPTIONAL;

const FIELDS = Object.keys(OPTIONAL) as Field[];

const declaredIn = (args: Props): Set<Field> =>
  new Set(FIELDS.filter((field) => OPTIONAL[field].some((name) => args[name] !== undefined)));

/** What only a replacement can change. */
const fixedIn = ({ engineVersion, cacheMode, productId, availableZones, subnetId }: Props) => ({
  engineVersion,
  cacheMode,
  productId,
  availableZones,
  subnetId,
});

/**
 * What should be true of one instance. What the program declares is as declared. What it does not declare any more is back
 * at its default after the next `up`. What it never declared stays as it came or as somebody set it.
 */
export class Expectation {
  /** Declared when the instance was last brought up, or by a run since that failed half-way. */
  private managed = new Set<Field>();
  /** What stands there: the default at first, what was set from outside, or what a run left. */
  private readonly standing: Record<Field, unknown>;
  /** What the program asked for when the instance was last brought up, and in runs since that failed. */
  private asked: Props[];

  /** @param declared The program that ordered it. */
  constructor(declared: Props) {
    const { description, window, policy, tags } = viewOf({});
    this.standing = { description, window, policy, tags };
    this.asked = [declared];
  }

  /** Somebody has changed it from outside. */
  changedOutside(field: string | undefined, served: InstanceSnapshot): void {
    if (isField(field)) this.standing[field] = servedView(served)[field];
  }

  /** What the service should have after a run of this program that succeeded. */
  view(declared: Props): View {
    const unmanaged = this.unmanaged(declared).map((field) => [field, this.standing[field]]);
    return { ...viewOf(declared), ...Object.fromEntries(unmanaged) };
  }

  /** What was changed though the program neither declares it nor did; whatever else a run has changed is taken note of. */
  changedUnasked(declared: Props, served: InstanceSnapshot): string[] {
    const now = servedView(served);
    const unmanaged = this.unmanaged(declared);
    for (const field of FIELDS) if (!unmanaged.includes(field)) this.standing[field] = now[field];
    return differences({ ...now, ...this.standing } as View, now);
  }

  /** Whether this program asks for another instance than the one there is, however that has been changed from outside. */
  isReplacedBy(declared: Props, served: InstanceSnapshot | undefined): boolean {
    const [last = {}] = this.asked;
    const capacity = Number(declared.capacity);
    const wasExtended =
      this.asked.some((args) => args.capacity === served?.capacity) && Number(served?.capacity) > capacity;
    // From 4.0 on a capacity changes in place both ways.
    const shrinks = declared.engineVersion === "3.0" && (Number(last.capacity) > capacity || wasExtended);
    return !isDeepStrictEqual(fixedIn(last), fixedIn(declared)) || shrinks;
  }

  /** A run of this program succeeded. */
  succeeded(declared: Props): void {
    this.managed = declaredIn(declared);
    this.asked = [declared];
  }

  /**
   * A run of this program failed.
   *
   * @param before The resource in the state before the run, if it is the same instance.
   * @param present The resource in the state now.
   */
  failed(declared: Props, before: Entry | undefined, present: Entry): void {
    this.asked.push(declared);
    const now = declaredIn(present.inputs);
    // What is not over is gone on with: arguments of either program may be in effect.
    if (present.unfinished) this.managed = new Set([...this.managed, ...now]);
    else if (before === undefined || !isDeepStrictEqual(declaredIn(before.inputs), now)) this.managed = now;
  }

  private unmanaged(declared: Props): Field[] {
    const present = declaredIn(declared);
    return FIELDS.filter((field) => !present.has(field) && !this.managed.has(field));
  }
}

const isField = (field: string | undefined): field is Field => (FIELDS as readonly unknown[]).includes(field);
