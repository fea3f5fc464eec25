import { Run } from "../../provider/process/run";
import type { StackConfig } from "../../provider/process/stack-config";
import { type Methods, methodsOf } from "../../provider/resource/methods";
import { RESOURCE_KINDS, type ResourceKind } from "../resources/resource-kind";
import type { Props } from "../values/received";

/** A resource type with its methods in one configured provider. */
export interface Offered {
  readonly of: ResourceKind;
  readonly methods: Methods;
}

/** A provider with its configuration. Two of them share nothing but what belongs to the same account and region. */
export class Configured {
  /** For what no method of a type does. */
  readonly run: Run;
  /** Inputs that were read for an import, by the urn of the resource. */
  readonly imported = new Map<string, Props>();
  /** What the last check has told of outputs, by the urn of the resource that is to be created. */
  readonly foreseen = new Map<string, Props>();
  readonly #offered: ReadonlyMap<string, Offered>;

  constructor(config: StackConfig) {
    this.run = new Run(config);
    this.#offered = new Map(
      Object.entries(RESOURCE_KINDS).map(([token, of]) => {
        const methods = methodsOf(of.type);
        void methods.configure({ config } as Parameters<Methods["configure"]>[0]);
        return [token, { of, methods }];
      }),
    );
  }

  /** What is offered under the type that a urn contains. */
  offered(urn: string): Offered {
    const token = typeOf(urn);
    const found = this.#offered.get(token);
    if (found) return found;
    throw new Error(`${token} is not a type of this provider: it has ${[...this.#offered.keys()].join(", ")}`);
  }
}

// urn:pulumi:<stack>::<project>::<type of parent>$<type>::<name>
const typeOf = (urn: string): string => urn.split("::")[2]?.split("$").at(-1) ?? "";

export const stackOf = (urn: string): string => urn.split("::")[0]?.split(":").at(-1) ?? "";

export const nameOf = (urn: string): string => urn.split("::").slice(3).join("::");
