import type { InstanceRecord, Status } from "../records/instance-record";

/** What becomes of an instance otherwise than usual. */
export interface Course {
  /** Time until the outcome, in milliseconds; `Infinity`: there is none. */
  readonly ms?: number;
  /** The outcome. */
  readonly ends?: { readonly status: Status; readonly errorCode: string };
  readonly unlisted?: Lag;
}

/** How long a new instance is missing: until a time has passed and a number of lists were answered. */
export interface Lag {
  readonly ms: number;
  readonly lists: number;
  /** Whether it cannot be read alone either. */
  readonly reads: boolean;
}

/** The instances that lists do not show yet. */
export class Unlisted {
  private readonly lags = new Map<string, { until: number; lists: number; readonly reads: boolean }>();

  add(id: string, { ms, lists, reads }: Lag): void {
    this.lags.set(id, { until: Date.now() + ms, lists, reads });
  }

  /** What one list shows of `records`; counts as a list for those it leaves out. */
  list(records: readonly InstanceRecord[]): InstanceRecord[] {
    const shown = records.filter(({ id }) => !this.missing(id));
    for (const { id } of records) {
      const lag = this.lags.get(id);
      if (lag !== undefined && lag.lists > 0) lag.lists -= 1;
    }
    return shown;
  }

  unreadable(id: string): boolean {
    return this.missing(id) && this.lags.get(id)?.reads === true;
  }

  private missing(id: string): boolean {
    const lag = this.lags.get(id);
    return lag !== undefined && (lag.lists > 0 || Date.now() < lag.until);
  }
}
