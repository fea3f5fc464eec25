import { parseArgs } from "node:util";
import { KINDS, type Kind } from "./plan/kinds";

export const help = `npm run acceptance [-- OPTION]: the life of a few small caches in your own account, recorded

  It signs in as the provider does: by the environment (OS_...) or clouds.yaml. See docs/guides/acceptance.md.

  --vpc ID              VPC of the caches           (or OS_VPC_ID)
  --subnet ID           its subnet                  (or OS_NETWORK_ID, OS_SUBNET_ID)
  --security-group ID   security group, for 3.0     (or OS_SECURITY_GROUP_ID)
  --without KIND        leave out ${KINDS.join(", ")}; can be repeated
  --prefix NAME         what all names begin with (default otc-acceptance)
  --record FILE         where the shapes of the answers go (default .local/acceptance.json)
  --yes                 do not ask; through a pipe it is needed
  --sweep               only remove what earlier runs left, by the prefix
  --local               play against the local DCS, where nothing costs money
  compare FILE          play against the local DCS and list what it answers in another shape than FILE
  --help                this text
`;

/** A mistake of whoever typed the command: its message is all that is shown. */
export class UserError extends Error {}

export interface Options {
  readonly command: "play" | "sweep" | "compare" | "help";
  /** What to compare with. */
  readonly file?: string;
  readonly network: Network;
  readonly without: readonly Kind[];
  readonly prefix: string;
  readonly record: string;
  readonly yes: boolean;
  readonly local: boolean;
}

export interface Network {
  readonly vpcId: string;
  readonly subnetId: string;
  readonly securityGroupId?: string;
}

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const flags = { yes: flag, sweep: flag, local: flag, help: flag };
const texts = { vpc: text, subnet: text, "security-group": text, prefix: text, record: text };

function parsed(args: readonly string[]) {
  try {
    const options = { ...flags, ...texts, without: { type: "string", multiple: true } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UserError(`${(error as Error).message.split(". ")[0]}.\n\n${help}`);
  }
}

/** Everything with this prefix may be removed, so it must be one that nobody uses by chance. */
const PREFIX = /^[A-Za-z][A-Za-z0-9_-]{7,31}$/;

const isKind = (name: string): name is Kind => KINDS.some((kind) => kind === name);

/** Reads the command line. Ids of the network may stand in the environment. */
export function optionsOf(args: readonly string[], env: NodeJS.ProcessEnv): Options {
  const { values, positionals } = parsed(args);
  const [command = values.sweep ? "sweep" : "play", file, ...more] = positionals;
  const known = positionals.length === 0 || (command === "compare" && file !== undefined && more.length === 0);
  if (!known) throw new UserError(`"${positionals.join(" ")}" is no command.\n\n${help}`);
  const { prefix = "otc-acceptance", record = ".local/acceptance.json", without = [], local = false } = values;
  if (!PREFIX.test(prefix)) {
    throw new UserError(
      `--prefix is "${prefix}": use 8 to 32 letters, digits, - and _, the first a letter, that no cache of yours begins with`,
    );
  }
  const kinds = without.filter(isKind);
  const unknown = without.find((name) => !isKind(name));
  if (unknown !== undefined) throw new UserError(`--without is "${unknown}": use ${KINDS.join(", ")}`);
  const network = {
    vpcId: values.vpc ?? env.OS_VPC_ID ?? "",
    subnetId: values.subnet ?? env.OS_NETWORK_ID ?? env.OS_SUBNET_ID ?? "",
    securityGroupId: values["security-group"] ?? env.OS_SECURITY_GROUP_ID,
  };
  const what = values.help ? "help" : (command as Options["command"]);
  return { command: what, file, network, without: kinds, prefix, record, local, yes: values.yes ?? false };
}

const NEEDED = [
  ["vpcId", "a VPC", "--vpc ID or OS_VPC_ID"],
  ["subnetId", "a subnet of it", "--subnet ID or OS_NETWORK_ID"],
] as const;

/** @throws when an id is missing; says all that are. */
export function checkNetwork(network: Network): void {
  const missing = NEEDED.filter(([name]) => network[name] === "").map(([, what, how]) => `${what} (${how})`);
  if (missing.length === 0) return;
  throw new UserError(
    `The caches need ${missing.join(" and ")}: use ids of the project you sign in to. Its console shows them under Virtual Private Cloud.`,
  );
}
