import { pause } from "../../http/retry/pause";
import { nextInterval } from "../../resource/wait/wait-policy";
import { type ParameterChange, type Parameters, readParameters, writeParameters } from "../api/features/parameters";
import { judgeByList } from "../values/parameters/parameter-checks";
import type { ParameterValues } from "../values/parameters/parameter-values";
import type { Changing, InstanceStep } from "./steps";

type Texts = Readonly<Record<string, string>>;

/** The values to reach: the declared ones, and the default of each that is no longer declared. */
function wantedTexts({ before, wanted }: Changing, { redis_config: list }: Parameters): Texts {
  const now = (wanted ?? {}) as ParameterValues;
  const released = Object.keys((before ?? {}) as ParameterValues).filter((name) => !(name in now));
  const defaults = list
    .filter(({ param_name }) => released.includes(param_name))
    .map(({ param_name, default_value }) => [param_name, default_value ?? ""]);
  return {
    ...Object.fromEntries(defaults),
    ...Object.fromEntries(Object.entries(now).map(([name, value]) => [name, String(value)])),
  };
}

/** The changes that are left to make. The numbers are those of the service's own list. */
const missingIn = ({ redis_config: list }: Parameters, wanted: Texts): ParameterChange[] =>
  list
    .filter(({ param_name, param_value }) => param_name in wanted && (param_value ?? "") !== wanted[param_name])
    .map(({ param_id, param_name }) => ({
      param_id: String(param_id),
      param_name,
      param_value: wanted[param_name] as string,
    }));

const isUpdating = ({ config_status }: Parameters): boolean => /^updating$/i.test(config_status ?? "");

const named = (changes: readonly ParameterChange[]): string =>
  changes.map(({ param_name, param_value }) => `${param_name} ${JSON.stringify(param_value)}`).join(", ");

/** Sets the parameters and waits until the service has them in force. */
export async function setParameters({ service, live, deadline }: InstanceStep, parameters: Changing): Promise<void> {
  const read = async (): Promise<Parameters> => {
    for (const since = Date.now(); ; await pause(nextInterval(Date.now() - since, "to be deleted"))) {
      const found = await readParameters(service, live, { deadline });
      if (!isUpdating(found)) return found;
      if (Date.now() > deadline) {
        throw new Error(
          `${parameters.name}: the service is still carrying a change out: run \`pulumi up\` again to go on waiting`,
        );
      }
    }
  };
  const before = await read();
  const wrong = judgeByList((parameters.wanted ?? {}) as ParameterValues, before.redis_config);
  if (wrong.length > 0) throw new Error(wrong.map(({ property, reason }) => `${property}: ${reason}`).join("; "));
  const wanted = wantedTexts(parameters, before);
  const changes = missingIn(before, wanted);
  if (changes.length === 0) return;
  await writeParameters(service, live, changes, { deadline });
  const after = await read();
  const missing = missingIn(after, wanted);
  if (/^failure$/i.test(after.config_status ?? "")) {
    const failed = missing.length > 0 ? missing : changes;
    throw new Error(
      `the service could not set ${named(failed)}: compare the value with the limits of the cache in the DCS console, then run \`pulumi up\` again`,
    );
  }
  if (missing.length > 0) {
    throw new Error(
      `the service took the change of ${named(missing)}, but the cache does not show it: run \`pulumi up\` again`,
    );
  }
}
