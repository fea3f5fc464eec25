import type { PulumiFn } from "@pulumi/pulumi/automation";
import { DcsInstance, type DcsInstanceArgs } from "pulumi-otc-dcs";
import { played, resourceOf } from "../rows";

/** One cache for each row: how it is before the change, or after it. */
export const allRows =
  (side: "from" | "to"): PulumiFn =>
  async () => {
    for (const row of played) {
      const args = { ...row.base, ...row[side] } as DcsInstanceArgs;
      new DcsInstance(resourceOf(row), args, row.options?.[side]);
    }
  };
