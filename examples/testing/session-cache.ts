import * as pulumi from "@pulumi/pulumi";
import { DcsInstance } from "pulumi-otc-dcs";

export interface SessionCacheArgs {
  vpcId: pulumi.Input<string>;
  subnetId: pulumi.Input<string>;
  /** Addresses and ranges that may connect. */
  clients: pulumi.Input<pulumi.Input<string>[]>;
  password: pulumi.Input<string>;
}

/** A cache for sessions: only the clients get in, and old sessions make room for new ones. */
export class SessionCache extends pulumi.ComponentResource {
  readonly endpoint: pulumi.Output<string>;
  /** What a Redis client connects with; secret. */
  readonly url: pulumi.Output<string | undefined>;

  constructor(name: string, args: SessionCacheArgs, opts?: pulumi.ComponentResourceOptions) {
    super("shop:index:SessionCache", name, {}, opts);
    const { clients, ...access } = args;
    const cache = new DcsInstance(
      `${name}-sessions`,
      {
        ...access,
        engineVersion: "6.0",
        cacheMode: "ha",
        capacity: 2,
        availableZones: ["eu-de-01", "eu-de-02"],
        whitelist: [{ groupName: "clients", ipList: clients }],
        parameters: { "maxmemory-policy": "allkeys-lru" },
      },
      { parent: this },
    );
    this.endpoint = cache.endpoint;
    this.url = cache.connectionString;
    this.registerOutputs({ endpoint: this.endpoint });
  }
}
