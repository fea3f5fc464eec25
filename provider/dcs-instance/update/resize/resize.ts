import type { Stage } from "../../../resource/describe/resource-type";
import { extendInstance } from "../../api/change/in-place";
import { resizeInstance } from "../../api/change/resize";
import { isWithoutCall } from "../../api/change/without-call";
import { readFacts } from "../../api/features/facts";
import { flavors, products } from "../../api/region/catalogue";
import type { Instance } from "../../api/types";
import { productOfShape, sizesOfShape } from "../../conversion/offers";
import { EDITION_3, EDITION_7, editionOf, versionOf } from "../../values/editions";
import { specCodeOf, variantOf } from "../../values/product-code";
import { capacityOf, codeOf, modeOf } from "../../values/served";
import { type Hop, resizePath } from "../../values/size/resize-path";
import { type Shape, shapeOf, wantedShape } from "../../values/size/shape";
import type { InstanceStep } from "../steps";
import { extend } from "./capacity";
import { nodesFor } from "./resize-nodes";

const words = ({ mode, replicas, capacity }: Shape): string =>
  `mode "${mode}", ${replicas} ${replicas === 1 ? "node" : "nodes"} a shard, ${capacity} GB`;

// Version 1.0 may answer no specification.
async function specificationOf({ service, deadline }: InstanceStep, live: Instance): Promise<string | undefined> {
  const code = codeOf(live);
  if (code !== undefined) return code;
  const { v2 } = await readFacts(service, live, new Set(["v2" as const]), { deadline });
  return v2?.spec_code ?? undefined;
}

/** The next resize on the way from what the instance is now to what is declared. */
function nextHop(context: InstanceStep, specification: string): Hop {
  const { live, declared, properties } = context;
  const now = { productId: specification, cacheMode: modeOf(live), capacity: capacityOf(live) };
  const from = shapeOf(now);
  const wanted = from && wantedShape(from, now, declared);
  const hop = from && wanted && resizePath(from, wanted, versionOf(live.engine_version))?.[0];
  if (hop) return hop;
  const target = wanted ? words(wanted) : "another product";
  throw new Error(
    `${properties.join(", ")}: the service cannot change ${specification} to ${target} in place. Declare what is there, or have the cache replaced with replaceOnChanges: ["${properties[0]}"], which loses its data`,
  );
}

async function targetOf({ service, live }: InstanceStep, { to }: Hop, now: string): Promise<string> {
  const version = versionOf(live.engine_version);
  // Only version 2 of the API lists what is for 7.0.
  const all = await (editionOf(version) === EDITION_7 ? flavors : products)(service);
  const product = productOfShape(all, to, version, variantOf(now));
  if (product) return product.spec_code ?? specCodeOf(product.product_id);
  const sizes = sizesOfShape(all, to, version, variantOf(now));
  const offer = sizes.length > 0 ? `offered are ${sizes.join(", ")} GB` : "nothing of the kind is offered";
  throw new Error(`${words(to)} is not offered for Redis ${version} in ${service.region}: ${offer}`);
}

/**
 * Starts the next resize, one change per call, towards the declared size, nodes and mode. What the instance is now decides
 * which, so an interrupted update goes on where it stopped.
 */
export async function resize(context: InstanceStep, begun: (stage: Stage<Instance>) => void): Promise<void> {
  const { service, id, live, deadline } = context;
  if (editionOf(live.engine_version) === EDITION_3) return extend(context);
  const now = (await specificationOf(context, live)) ?? "";
  const hop = nextHop(context, now);
  const target = await targetOf(context, hop, now);
  const { changeType } = hop.transition;
  const body = {
    spec_code: target,
    new_capacity: hop.to.capacity,
    ...(changeType === undefined ? {} : { change_type: changeType }),
    ...(await nodesFor(context, hop)),
    execute_immediately: true,
  };
  await resizeInstance(service, id, body, { deadline }).catch((error) => {
    // A service of version 1.0 only can still extend.
    const isGrowth =
      changeType === undefined && Number.isInteger(body.new_capacity) && body.new_capacity > capacityOf(live);
    if (!isGrowth || !isWithoutCall(error)) throw error;
    return extendInstance(service, id, { new_capacity: body.new_capacity, spec_code: target }, { deadline });
  });
  let shown = now;
  begun({
    what: `the resize to ${target}`,
    reached: async (seen) => {
      shown = (await specificationOf(context, seen)) ?? now;
      return shown === target && capacityOf(seen) === hop.to.capacity;
    },
    instead: () => shown,
  });
}
