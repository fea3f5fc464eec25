import { asValues } from "../../../provider/dcs-instance/values/as-values";
import type { Values } from "../../../provider/resource/describe/argument";
import type { Before } from "../../../provider/resource/describe/before";
import { current, ZONES } from "./inputs";

/** The state of a cache that runs in the first two zones. */
export const state = (inputs: object): Values => ({
  availableZoneIds: [ZONES[0]?.id, ZONES[1]?.id],
  availableZoneCodes: ["eu-de-01", "eu-de-02"],
  status: "RUNNING",
  ...inputs,
});

/** The state of a cache of today. */
export const stored = (patch: object = {}): Values =>
  state({ ...current(patch), productId: "redis.ha.xu1.large.r2.2-h" });

/** What held before for a program that declared all these values at its last update. */
export const held = (values: object): Before => ({ declared: new Set(Object.keys(values)), values: asValues(values) });
