import { rowOf, SETTING_NAMES, type SettingName } from "../settings/settings";
import { AUTH_TYPES, type Found, found, type Source } from "../settings/sources";
import { isMapping, type Mapping } from "./document";

/** An entry of clouds.yaml, or its part in secure.yaml. */
export interface Layer {
  readonly entry: Mapping;
  /** e.g. `cloud "otc" in ./clouds.yaml`. */
  readonly where: string;
}

const at = (entry: Mapping, key: string): unknown =>
  key.split(".").reduce<unknown>((part, name) => (isMapping(part) ? part[name] : undefined), entry);

const OFF = /^(false|no|off|0)$/i;

function inLayer(name: SettingName, { entry, where }: Layer): Found | undefined {
  for (const key of rowOf(name).clouds ?? []) {
    const value = at(entry, key);
    const given = typeof value === "string" ? found(value, `${key.replace("auth.", "")} of ${where}`) : undefined;
    if (given) return given;
  }
  // `verify` is the opposite of `insecure`.
  const { verify } = entry;
  return name === "insecure" && typeof verify === "string" && OFF.test(verify)
    ? { value: "true", origin: `verify of ${where}` }
    : undefined;
}

/** The text of a key in the first layer that has it. */
export const textIn = (layers: readonly Layer[], key: string): Found | undefined => {
  for (const { entry, where } of layers) {
    const value = at(entry, key);
    const given = typeof value === "string" ? found(value, `${key} of ${where}`) : undefined;
    if (given) return given;
  }
  return undefined;
};

/** Problems with keys that hold a list or a mapping instead of a text. */
export const misshapen = (layers: readonly Layer[]): string[] =>
  layers.flatMap(({ entry, where }) =>
    ["auth", ...SETTING_NAMES.flatMap((name) => rowOf(name).clouds ?? [])]
      .filter((key) => {
        const value = at(entry, key);
        return value != null && (key === "auth" ? !isMapping(value) : typeof value !== "string");
      })
      .map((key) => `${key} of ${where} must be a ${key === "auth" ? "mapping" : "text"}`),
  );

/** Regions that an entry allows. Each is a name, or a mapping that holds the name. */
export function regionsOf(layers: readonly Layer[]): readonly string[] | undefined {
  const listed = layers.map(({ entry }) => entry.regions).find(Array.isArray) as readonly unknown[] | undefined;
  return listed
    ?.map((region) => (isMapping(region) ? region.name : region))
    .filter((region): region is string => typeof region === "string" && region !== "");
}

/** The layers as one source; the first layer has priority. */
export const cloudSource = (layers: readonly Layer[], place: string): Source => ({
  place,
  preferred: AUTH_TYPES.get(textIn(layers, "auth_type")?.value.toLowerCase() ?? ""),
  find(name) {
    for (const layer of layers) {
      const value = inLayer(name, layer);
      if (value) return value;
    }
    return undefined;
  },
});
