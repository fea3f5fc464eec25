import { type CustomResource, secret } from "@pulumi/pulumi";
import type { PulumiFn } from "@pulumi/pulumi/automation";
import { DcsInstance } from "pulumi-otc-dcs";
import { PlainCache, PlainProvider, type Way } from "./plain";
import { nameOf, PASSWORD, requestBody, specification } from "./request";
import { BARE, TERRAFORMS } from "./ways";

function plain(way: Way): (index: number) => CustomResource {
  // One for all: its text is serialized once per object.
  const provider = new PlainProvider(way);
  return (index) => new PlainCache(provider, nameOf(index), requestBody(index, secret(PASSWORD)));
}

/** What is compared, each declaring the same cache. */
const CONTENDERS = {
  ours: (index: number) => new DcsInstance(nameOf(index), specification(index, secret(PASSWORD))),
  bare: plain(BARE),
  terraform: plain(TERRAFORMS),
} satisfies Record<string, (index: number) => CustomResource>;

export type Contender = keyof typeof CONTENDERS;

export const declare = (contender: Contender, index: number): CustomResource => CONTENDERS[contender](index);

export const program =
  (contender: Contender, caches: number): PulumiFn =>
  async () => {
    for (let index = 0; index < caches; index += 1) declare(contender, index);
  };
