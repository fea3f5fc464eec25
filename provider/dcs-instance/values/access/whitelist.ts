import type { UnwrappedObject } from "@pulumi/pulumi";
import type { Whitelist } from "../../api/features/whitelist";
import type { WhitelistGroupArgs } from "./args";

/** A group as the program declares it, with all values known. */
export type WhitelistGroupInputs = UnwrappedObject<WhitelistGroupArgs>;

/** The whitelist as requests contain it. */
export const toWhitelist = (groups: readonly WhitelistGroupInputs[], enabled: boolean): Whitelist => ({
  enable_whitelist: enabled,
  whitelist: groups.map(({ groupName, ipList }) => ({ group_name: groupName, ip_list: [...new Set(ipList)] })),
});
