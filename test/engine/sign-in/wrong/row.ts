import type { Emulator, EmulatorOptions } from "../../../../emulator";
import type { SettingName } from "../../../../provider/config/settings/settings";

export type Texts = Readonly<Record<string, string>>;

/** A set-up that is wrong in one thing, and what its user is told at preview. */
export interface WrongSetUp {
  /** What is wrong, as a line of the documentation's table. */
  readonly title: string;
  readonly config?: Texts;
  /** The environment; `dcs` knows what would be right. */
  readonly env: (dcs: Emulator) => Texts | Promise<Texts>;
  /** Files in the program's directory. */
  readonly files?: Texts;
  /** Arguments of the resource. */
  readonly target?: { readonly region?: string; readonly projectId?: string };
  readonly service?: EmulatorOptions;
  /** What happened at the service before, to what is in `env`. */
  readonly before?: (dcs: Emulator, env: Texts) => unknown;
  /** The setting to name in both spellings; none where nothing that is set is at fault. */
  readonly setting?: SettingName;
  /** Words of the one line. */
  readonly says: readonly string[];
  /** Words of causes that it cannot have, which the line leaves out. */
  readonly omits?: readonly string[];
  /** Judged before any service is asked. */
  readonly asksNobody?: true;
  /** Told as a warning: it may have passed when the update comes. */
  readonly warning?: true;
}

/** Rows of one kind, as the documentation groups them. */
export interface Chapter {
  readonly heading: string;
  readonly rows: readonly WrongSetUp[];
}

export const without = (texts: Texts, ...names: readonly string[]): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([name]) => !names.includes(name)));
