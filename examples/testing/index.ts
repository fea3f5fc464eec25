import * as pulumi from "@pulumi/pulumi";
import { SessionCache } from "./session-cache";

const config = new pulumi.Config();

const sessions = new SessionCache("shop", {
  // The local DCS accepts any network. For the cloud, set the ids of your network with `pulumi config set`.
  vpcId: config.get("vpcId") ?? "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10",
  subnetId: config.get("subnetId") ?? "c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6",
  clients: ["192.168.0.0/16"],
  password: config.requireSecret("cachePassword"),
});

export const endpoint = sessions.endpoint;
