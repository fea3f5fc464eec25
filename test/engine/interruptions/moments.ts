import type { Emulator, FaultTarget } from "../../../emulator";

/** When a run is struck. */
export interface Moment {
  readonly name: string;
  /** Whether the service knows the instance by then. */
  readonly ordered: boolean;
  /** Resolves at the moment. */
  readonly come: (dcs: Emulator) => Promise<void>;
}

/** How long the local DCS lets an instance be CREATING here, in milliseconds. */
export const CREATING = 3_500;

/** How long a call is held at the moments that need it, in milliseconds. */
export const HELD = 1_500;

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));

async function until(true_: () => boolean): Promise<void> {
  while (!true_()) await pause(10);
}

const lookUp: FaultTarget = { method: "GET", path: /\/instances$/ };
const order: FaultTarget = { method: "POST", path: /\/instances$/ };
const look: FaultTarget = { method: "GET", path: /\/instances\/[^/]+$/ };

/** Holds a call for a while and comes when it is held. */
const during =
  (on: FaultTarget, { after = 0, work = "undone" as "done" | "undone" } = {}) =>
  async (dcs: Emulator): Promise<void> => {
    const held = dcs.fault({ on, after, with: { kind: "slow", ms: HELD, work } });
    await until(() => held.hits > 0);
    await pause(150);
  };

const sinceOrder =
  (ms: number) =>
  async (dcs: Emulator): Promise<void> => {
    await until(() => dcs.instances().length > 0);
    await pause(ms);
  };

const seconds = (ms: number) => `${ms / 1_000} s`;

const creating = (ms: number): Moment => ({ name: `CREATING for ${seconds(ms)}`, ordered: true, come: sinceOrder(ms) });

/** Ten moments between the look-up before the order and the end of the wait. */
export const MOMENTS: readonly Moment[] = [
  // `check` has looked for the name before.
  { name: "looking for the name, right before the order", ordered: false, come: during(lookUp, { after: 1 }) },
  { name: "the order is on its way, not carried out yet", ordered: false, come: during(order) },
  { name: "the order is carried out, its answer on the way", ordered: true, come: during(order, { work: "done" }) },
  { name: "the answer has just come", ordered: true, come: sinceOrder(100) },
  { name: "the first look is on its way", ordered: true, come: during(look, { work: "done" }) },
  ...[700, 1_500, 2_500].map(creating),
  { name: `${seconds(200)} before RUNNING`, ordered: true, come: sinceOrder(CREATING - 200) },
  {
    name: "RUNNING, the look that finds it so on its way",
    ordered: true,
    come: async (dcs) => {
      await until(() => dcs.instances().some(({ status }) => status === "RUNNING"));
      await during(look, { work: "done" })(dcs);
    },
  },
];
