/** Something that is missing, wrong or contradictory in the configuration. */
export interface ConfigProblem {
  /** Key of the setting, e.g. `otc:region`. */
  readonly setting: string;
  /** One line: what was seen, where was looked, what to do. Holds no secret. */
  readonly message: string;
}
