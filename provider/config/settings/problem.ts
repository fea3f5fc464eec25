/** Something that is missing, wrong or contradictory in the configuration. */
export interface ConfigProblem {
  /** Key of the setting, e.g. `otc:region`. */
  readonly setting: string;
  /** One line: what was found, where it was looked for, what to do. Contains no secret. */
  readonly message: string;
}
