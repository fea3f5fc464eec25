import { type CustomResource, secret } from "@pulumi/pulumi";
import type { PulumiFn } from "@pulumi/pulumi/automation";
import { DcsInstance } from "pulumi-otc-dcs";
import { BareProvider, PlainCache } from "./bare";
import { nameOf, PASSWORD, requestBody, specification } from "./request";
import { TerraformsWay } from "./terraform";

const plain = (provider: BareProvider) => (index: number) =>
  new PlainCache(provider, nameOf(index), requestBody(index, secret(PASSWORD)));

/** What is compared, each declaring the same cache. The text of a plain provider is serialized once per object. */
const CONTENDERS = {
  ours: (index: number) => new DcsInstance(nameOf(index), specification(index, secret(PASSWORD))),
  bare: plain(new BareProvider()),
  terraform: plain(new TerraformsWay()),
} satisfies Record<string, (index: number) => CustomResource>;

export type Contender = keyof typeof CONTENDERS;

export const declare = (contender: Contender, index: number): CustomResource => CONTENDERS[contender](index);

export const program =
  (contender: Contender, caches: number): PulumiFn =>
  async () => {
    for (let index = 0; index < caches; index += 1) declare(contender, index);
  };
