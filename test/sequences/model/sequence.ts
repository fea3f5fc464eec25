import fc from "fast-check";
import { type Circumstances, circumstances, isLong } from "./circumstances";
import { type Declaration, edits } from "./declaration";

/** Changes behind Pulumi's back. */
export const DRIFTS = ["name", "description", "window", "policy", "tags", "capacity", "busy"] as const;

export type Drift = (typeof DRIFTS)[number];

/** Resources of a program; all are brought up at the same time. */
export const SLOTS = [0, 1] as const;

export type Step =
  | {
      readonly do: "declare";
      readonly slot: number;
      readonly edit: Partial<Declaration>;
      readonly under: Circumstances;
    }
  | { readonly do: "withdraw"; readonly slot: number; readonly under: Circumstances }
  | { readonly do: "up"; readonly under: Circumstances }
  | { readonly do: "refresh"; readonly under: Circumstances }
  | { readonly do: "drift"; readonly slot: number; readonly what: Drift }
  | { readonly do: "vanish"; readonly slot: number }
  | { readonly do: "stranger"; readonly slot: number; readonly name: number };

export type Sequence = readonly Step[];

const slot = fc.constantFrom(...SLOTS);

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant("declare" as const), slot, edit: edits, under: circumstances }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("withdraw" as const), slot, under: circumstances }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("up" as const), under: circumstances }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("refresh" as const), under: circumstances }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("drift" as const), slot, what: fc.constantFrom(...DRIFTS) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("vanish" as const), slot }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("stranger" as const), slot, name: fc.nat(1) }) },
);

/** A life of a program with two caches, from nothing on. */
export const sequences: fc.Arbitrary<Sequence> = fc.array(steps, { minLength: 2, maxLength: 7 });

/** Short enough for every test run. */
export const isQuick = (sequence: Sequence): boolean =>
  sequence.length <= 4 && !sequence.some((step) => "under" in step && isLong(step.under));
