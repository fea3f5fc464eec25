import type { DcsClient } from "../../../provider/client/dcs-client";
import { createClient } from "../../../provider/client/open-client";
import { resolveSettings } from "../../../provider/config/resolve";
import { EngineStack, type Outcome, succeeded } from "../../engine/support/stack";
import { UserError } from "../options";
import type { Kind } from "../plan/kinds";
import { type Declared, nameOf, program, type Setting } from "./program";
import { withPrefix } from "./sweep";

/** The DCS of the environment and clouds.yaml, by the provider's own resolution. */
export function connected(env: NodeJS.ProcessEnv): { readonly dcs: DcsClient; readonly where: string } {
  const { settings, problems } = resolveSettings({ stackConfig: () => undefined, env, target: {} });
  if (problems.length > 0) {
    throw new UserError(
      problems
        .map(({ message }) => message)
        .join("\n")
        .replaceAll(" in the stack's config", ""),
    );
  }
  const project = settings.projectName ?? settings.projectId;
  return { dcs: createClient(settings), where: `${settings.region}${project ? `, project ${project}` : ""}` };
}

/** Something that should be so in the life, and is not. */
export class Wrong extends Error {}

/** What the steps of a life share. */
export class Stage {
  readonly declared: Declared = { caches: {}, backup: false, restore: false };

  private constructor(
    readonly dcs: DcsClient,
    readonly stack: EngineStack,
    readonly setting: Setting,
    readonly interruption: AbortSignal,
  ) {}

  /** @param env Variables of the engine's processes. */
  static async open(
    dcs: DcsClient,
    setting: Setting,
    interruption: AbortSignal,
    env: Readonly<Record<string, string>>,
  ): Promise<Stage> {
    return new Stage(dcs, await EngineStack.create(env), setting, interruption);
  }

  has = (kind: Kind): boolean => this.declared.caches[kind] !== undefined;

  /** Changes what is declared of a cache that is played. */
  change(kind: Kind, changes: Declared["caches"][Kind]): void {
    if (this.setting.chosen.some((chosen) => chosen.kind === kind)) {
      this.declared.caches[kind] = { ...this.declared.caches[kind], ...changes };
    }
  }

  /** `pulumi up` of what is declared; a failure has the engine's words. */
  up = (): Promise<Outcome> => succeeded(this.tried());

  /** The same, which may fail. */
  tried = (): Promise<Outcome> => this.stack.up(program(this.setting, this.declared));

  /** Id of a cache as the service lists it. */
  async idOf(kind: Kind): Promise<string> {
    const name = nameOf(this.setting, kind);
    const found = (await withPrefix(this.dcs, this.setting.prefix)).filter((each) => each.name === name);
    if (found.length !== 1) throw new Wrong(`${found.length} instances are named ${name}`);
    return found[0]?.id ?? "";
  }
}

/** @throws {@link Wrong} unless the run did exactly this. */
export function expectChanges({ changes, output }: Outcome, wanted: Readonly<Record<string, number>>): void {
  // The stack itself is a resource, too, and changes with the outputs.
  const counted = Object.entries(changes).filter(([change, count]) => change !== "same" && count > 0);
  const text = (entries: ReadonlyArray<readonly [string, number]>) =>
    [...entries]
      .sort()
      .map(([change, count]) => `${count} ${change}`)
      .join(", ") || "no change";
  const [came, should] = [text(counted), text(Object.entries(wanted))];
  if (came !== should) throw new Wrong(`${came} instead of ${should}\n${output}`);
}
