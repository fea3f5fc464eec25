import type { CustomResource } from "@pulumi/pulumi";
import type { PulumiFn } from "@pulumi/pulumi/automation";
import * as bare from "./bare";
import * as ours from "./ours";
import * as plugin from "./plugin";
import * as terraform from "./terraform";

/** What is compared, each declaring the same cache. The keys are names of files: a typed program loads one of them. */
const CONTENDERS = { ours, plugin, bare, terraform } satisfies Record<
  string,
  { declare(index: number): CustomResource }
>;

export type Contender = keyof typeof CONTENDERS;

export const declare = (contender: Contender, index: number): CustomResource => CONTENDERS[contender].declare(index);

export const program =
  (contender: Contender, caches: number): PulumiFn =>
  async () => {
    for (let index = 0; index < caches; index += 1) declare(contender, index);
  };
