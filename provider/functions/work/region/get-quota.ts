import { type QuotaResource, readQuota } from "../../../dcs-instance/api/region/region";
import type { GetQuotaArgs, Quota, QuotaUse } from "../../values/region";
import type { Work } from "../carry-out";

const useOf = (found: QuotaResource | undefined): QuotaUse | undefined =>
  found && { limit: Number(found.quota), used: Number(found.used), free: Number(found.quota) - Number(found.used) };

export const work: Work<GetQuotaArgs, Quota> = {
  schema: { properties: {} },
  async look(dcs) {
    const all = await readQuota(dcs);
    // Editions write the types in different ways.
    const ofType = (pattern: RegExp) => useOf(all.find(({ type }) => pattern.test(type)));
    return { instances: ofType(/^instances?$/i), memory: ofType(/^ram$/i) };
  },
};
