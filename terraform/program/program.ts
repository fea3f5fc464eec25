import { type Declaration, declare } from "../attributes/declare";
import type { Found } from "../state/caches";
import { cacheText, isJson } from "./cache-text";
import { comment, key } from "./literal";
import { capitalized, type Names, namer } from "./names";

/** A program, and what is to be typed for it. */
export interface Program {
  readonly text: string;
  /** Commands that set its secrets; each asks for the value. */
  readonly secretCommands: readonly string[];
  /** Commands that make Terraform forget the caches. */
  readonly forgetCommands: readonly string[];
  /** How many caches it declares. */
  readonly caches: number;
  /** Caches that it does not declare, each with the reason. */
  readonly passed: readonly string[];
}

const inShell = (text: string): string => `'${text.replace(/'/g, `'\\''`)}'`;

function heading({ secretCommands, forgetCommands, passed }: Omit<Program, "text">): string[] {
  const step = (words: string, commands: readonly string[]) =>
    commands.length > 0 ? [comment(words), ...commands.map((command) => comment(`    ${command}`))] : [];
  return [
    comment(
      "The caches of a Terraform state, for pulumi-otc-dcs. `pulumi preview` must say that each is taken over and",
    ),
    comment("changes nothing; only then run `pulumi up`."),
    ...step("First set the secrets; each command asks for the value:", secretCommands),
    ...step(
      "Once `pulumi up` has taken the caches over, let Terraform forget them, then take them out of its configuration:",
      forgetCommands,
    ),
    ...step("Not carried over:", passed),
  ];
}

/** The program that takes over the caches of a state. */
export function programOf({ caches, passed: found }: Found): Program {
  const nameOf = namer();
  const secretNames = new Set<string>();
  const secretCommands: string[] = [];
  const passed = found.map(({ address, reason }) => `${address} ${reason}`);
  const declared: Array<{ readonly declaration: Declaration; readonly names: Names; readonly text: string }> = [];
  for (const cache of caches) {
    const declaration = declare(cache);
    if ("missing" in declaration) {
      passed.push(`${cache.address}: the state does not show its ${declaration.missing.join(", ")}`);
      continue;
    }
    const names = nameOf(cache);
    const ofCache = new Map(
      declaration.secrets.map(({ argument, type }) => {
        let name = `${names.constant}${capitalized(argument)}`;
        while (secretNames.has(name)) name += "2";
        secretNames.add(name);
        secretCommands.push(`pulumi config set --secret ${name}${isJson(type) ? "   # as JSON" : ""}`);
        return [argument, name];
      }),
    );
    const text = cacheText(declaration, names, (argument) => ofCache.get(argument) as string);
    declared.push({ declaration, names, text });
  }
  const forgetCommands = declared.map(({ declaration }) => `terraform state rm ${inShell(declaration.cache.address)}`);
  const about = { secretCommands, forgetCommands, caches: declared.length, passed };
  if (declared.length === 0) {
    return {
      ...about,
      text: `${[comment("The Terraform state has no cache to take over."), ...heading(about).slice(2), "export {};"].join("\n")}\n`,
    };
  }
  const imports = [
    ...(secretNames.size > 0 ? ['import * as pulumi from "@pulumi/pulumi";'] : []),
    'import { DcsInstance } from "pulumi-otc-dcs";',
    ...(secretNames.size > 0 ? ["", "const config = new pulumi.Config();"] : []),
  ];
  const endpoints = declared.map(({ names }) => `  ${key(names.resource)}: ${names.constant}.endpoint,`);
  const parts = [
    [...heading(about), ...imports].join("\n"),
    ...declared.map(({ text }) => text),
    ["export const endpoints = {", ...endpoints, "};"].join("\n"),
  ];
  return { ...about, text: `${parts.join("\n\n")}\n` };
}
