import { type ExpectedCall, ha, inPlace, type Row, replaced, same } from "./row";

const put = (...changes: ReadonlyArray<readonly [id: number, name: string, value: string]>): ExpectedCall => ({
  call: "PUT /instances/{id}/configs",
  body: {
    redis_config: changes.map(([id, name, value]) => ({ param_id: String(id), param_name: name, param_value: value })),
  },
});

const DEFAULTS = "every parameter that was declared returns to its default";

/** Parameters of Redis, and the template that a cache begins with. */
export const parameters: readonly Row[] = [
  inPlace({
    argument: "parameters",
    change: "set",
    base: ha,
    from: {},
    to: { parameters: { timeout: 300, "maxmemory-policy": "allkeys-lru" } },
    calls: [put([1, "timeout", "300"], [2, "maxmemory-policy", "allkeys-lru"])],
  }),
  inPlace({
    argument: "parameters",
    change: "one other value",
    base: ha,
    from: { parameters: { timeout: 300, "slowlog-max-len": 64 } },
    to: { parameters: { timeout: 60, "slowlog-max-len": 64 } },
    calls: [put([1, "timeout", "60"])],
  }),
  inPlace({
    argument: "parameters",
    change: "one less",
    base: ha,
    from: { parameters: { timeout: 300, "slowlog-max-len": 64 } },
    to: { parameters: { "slowlog-max-len": 64 } },
    calls: [put([1, "timeout", "0"])],
  }),
  inPlace({
    argument: "parameters",
    change: "removed",
    base: ha,
    from: { parameters: { timeout: 300 } },
    to: {},
    calls: [put([1, "timeout", "0"])],
    says: DEFAULTS,
    after: { parameters: undefined },
  }),
  inPlace({
    argument: "parameters",
    change: "with a risk",
    base: ha,
    from: {},
    to: { parameters: { appendonly: "no" } },
    calls: [put([17, "appendonly", "no"])],
    says: "has a risk: appendonly no: data is lost when the cache restarts",
  }),
  same({
    argument: "parameters",
    change: "a number as a text",
    base: ha,
    from: { parameters: { timeout: 300 } },
    to: { parameters: { timeout: "300" } },
    after: { parameters: { timeout: 300 } },
  }),
  replaced({
    argument: "templateId",
    change: "set",
    base: ha,
    from: {},
    to: { templateId: "17" },
    created: { template_id: "17" },
    says: "is used only while the instance is created",
    kept: { templateId: "17" },
  }),
];
