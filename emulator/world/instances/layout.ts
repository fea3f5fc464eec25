import { figuresOf } from "../../catalogue/figures";
import type { Product } from "../../catalogue/products";
import type { Layout } from "../records/instance-record";

const EMPTY: Layout = { shards: [], places: [] };

/** As many numbers as wanted: the first ones given, then new ones. */
function fitted(numbers: readonly number[], count: number): readonly number[] {
  const kept = numbers.slice(0, count);
  const next = Math.max(-1, ...numbers) + 1;
  return [...kept, ...Array.from({ length: count - kept.length }, (_, index) => next + index)];
}

/** The layout at a size of a product; what is there stays where it can. */
export function layoutOf(product: Product, capacity: number, before: Layout = EMPTY): Layout {
  const { shards } = figuresOf(product, capacity);
  return { shards: fitted(before.shards, shards), places: fitted(before.places, product.replicas) };
}
