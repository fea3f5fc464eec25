/** What the values of an argument mean, where its own documentation does not say. */
const MEANINGS = {
  single: "One node, without a standby.",
  ha: "A master and standbys.",
  ha_rw_split: "A master and standbys; reads are spread over all of them.",
  proxy: "Shards behind a proxy.",
  cluster: "Shards that clients find by themselves.",
  fail: "Stop, and show the instance that has the name.",
  adopt: "Take over the instance that has the name, if everything fixed at creation is equal.",
  auto: "Backups are made by plan.",
  manual: "Backups are made only when somebody asks for one.",
  aof: "Append-only file.",
  rdb: "Snapshot.",
  sys: "Templates of the service.",
  user: "Your own templates.",
};

/** Names of enumerations, by argument. */
const NAMES = {
  engine: "Engine",
  engineVersion: "EngineVersion",
  cacheMode: "CacheMode",
  maintainBegin: "MaintenanceBegin",
  maintainEnd: "MaintenanceEnd",
  onNameConflict: "OnNameConflict",
  backupType: "BackupType",
  backupFormat: "BackupFormat",
  type: "TemplateType",
};

/** A value as a name in every language. @param {string} value */
function nameOf(value) {
  if (/^\d/.test(value)) return `V${value.replace(/:00$/, "").replace(/\W/g, "_")}`;
  return value
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/**
 * The type of an argument with fixed values. It takes any text too: what is allowed is said by `check`, and a later edition
 * of the service may know more.
 * @param {string} argument @param {readonly string[]} values @param {Record<string, object>} types
 */
export function enumOf(argument, values, types) {
  const name = NAMES[/** @type {keyof typeof NAMES} */ (argument)];
  // Its documentation describes the values well enough.
  if (!name) return { type: "string" };
  const token = `otc:dcs:${name}`;
  types[token] ??= {
    type: "string",
    enum: values.map((value) => ({
      name: nameOf(value),
      value,
      description: MEANINGS[/** @type {keyof typeof MEANINGS} */ (value)],
    })),
  };
  return { oneOf: [{ type: "string" }, { type: "string", $ref: `#/types/${token}` }] };
}
