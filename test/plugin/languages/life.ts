import type { Emulator } from "../../../emulator";
import { outside } from "../../engine/support/outside";
import type { Command, Declared } from "./driver";

/** What a step is to be seen as, from outside of the program. */
export interface Seen {
  readonly failed: boolean;
  /** Operations of Pulumi by kind, without those that change nothing. */
  readonly changes: Readonly<Record<string, number>>;
  /** Calls that change something, in their order. */
  readonly calls: readonly string[];
  /** Instances at the service. */
  readonly instances: number;
  /** The first of them, compared with the one before the step. */
  readonly instance: "new" | "same" | "none";
  readonly description: string | undefined;
  /** Whether Pulumi printed what the step names. */
  readonly says: boolean;
  /** What the stack gives out is as the service has it, and the address with the password is secret. */
  readonly outputs: boolean;
}

export interface Step {
  readonly title: string;
  readonly command: Command;
  readonly declared?: Declared;
  /** Happens before, behind the program's back. */
  readonly before?: (dcs: Emulator, id: string) => unknown;
  readonly prints?: RegExp;
  /** What differs from a command that changes nothing. */
  readonly expected?: Partial<Seen>;
}

const described = { description: "of the shop" };

const moved = { ...described, vpcId: "11111111-2222-4333-8444-555555555555" };

// The parameters and the whitelist are set once the cache serves.
const CREATE = ["POST /instances", "PUT /instances/{id}/configs", "PUT /instance/{id}/whitelist"];

const change = ({ env, url }: Emulator, id: string, body: object) =>
  outside({ env, url } as Emulator).then((call) => call("PUT", `/instances/${id}`, body));

/** How long the cache is CREATING that outlasts its time limit, in milliseconds. */
const STUCK = 15_000;

/** The life of a cache, the same in every language. */
export const LIFE: readonly Step[] = [
  {
    title: "preview of the create",
    command: "preview",
    expected: { changes: { create: 2 }, instances: 0, instance: "none" },
  },
  {
    title: "create",
    command: "up",
    expected: { changes: { create: 2 }, calls: CREATE, instance: "new" },
  },
  { title: "no change", command: "up" },
  {
    title: "update in place",
    command: "up",
    declared: described,
    expected: { changes: { update: 1 }, calls: ["PUT /instances/{id}"], description: "of the shop" },
  },
  {
    title: "replacement, with its reason",
    command: "up",
    declared: moved,
    prints: /vpcId is fixed when the instance is created/,
    expected: {
      changes: { replace: 1 },
      calls: ["DELETE /instances/{id}", ...CREATE],
      instance: "new",
      description: "of the shop",
    },
  },
  {
    title: "refresh, after a change by somebody else",
    command: "refresh",
    declared: moved,
    before: (dcs, id) => change(dcs, id, { description: "by somebody" }),
    prints: /description was changed outside of Pulumi: "of the shop" -> "by somebody"/,
    expected: { changes: { update: 1 }, description: "by somebody" },
  },
  {
    title: "up, after a change by somebody else",
    command: "up",
    declared: moved,
    expected: { changes: { update: 1 }, calls: ["PUT /instances/{id}"], description: "of the shop" },
  },
  { title: "refresh", command: "refresh", declared: moved, expected: { description: "of the shop" } },
  {
    title: "destroy",
    command: "destroy",
    expected: { changes: { delete: 2 }, calls: ["DELETE /instances/{id}"], instances: 0, instance: "none" },
  },
  {
    title: "create beyond its time limit",
    command: "up",
    declared: { createLimit: "6s" },
    before: (dcs) => dcs.fault({ with: { kind: "stuck", operation: "create", ms: STUCK } }),
    prints: /still creating after 6 s \(the time limit\); status CREATING\. Its id is kept/,
    expected: { failed: true, changes: {}, calls: ["POST /instances"], instance: "new", outputs: false },
  },
  {
    title: "up that waits for the same cache",
    command: "up",
    expected: { changes: { update: 1 }, calls: CREATE.slice(1) },
  },
  { title: "option retainOnDelete", command: "up", declared: { retain: true } },
  {
    title: "destroy that retains",
    command: "destroy",
    expected: { changes: { delete: 2 } },
  },
  {
    title: "import",
    command: "up",
    declared: { importId: "{id}" },
    // Pulumi keeps as inputs what the provider read, without the password that the address contains.
    expected: { changes: { create: 1, import: 1 }, outputs: false },
  },
  { title: "no change after the import", command: "up", expected: { outputs: false } },
  { title: "refresh, now that the inputs have the password", command: "refresh", expected: { outputs: false } },
  { title: "no change, with the address", command: "up" },
  {
    title: "destroy of what was imported",
    command: "destroy",
    expected: { changes: { delete: 2 }, calls: ["DELETE /instances/{id}"], instances: 0, instance: "none" },
  },
];
