import fc from "fast-check";
import type { Props } from "../../process/support/provider-process";

/** For the local DCS only; searched for in all that is written, so each looks different in every encoding. */
export const PASSWORDS = ["Local\\Kettle/7&<only", "Other?Kettle\\8+>last"] as const;

const ZONES = ["eu-de-01", "eu-de-02"];

const plan = { beginAt: "00:00-01:00", periodType: "weekly", backupAt: [1, 3, 5] };

// What each choice stands for; the first of each is what a cache starts with.
const CHOICES = {
  kind: ["single", "ha", "first"],
  name: ["a", "b"],
  capacity: [2, 4, 8],
  description: [undefined, "Sessions of the shop", 'für "Gäste" & Freunde'],
  window: [undefined, ["22:00:00", "02:00:00"], ["10:00:00", "14:00:00"]],
  policy: [
    undefined,
    { saveDays: 3, backupType: "auto", periodicalBackupPlan: plan },
    { saveDays: 7, backupType: "manual", periodicalBackupPlan: { ...plan, timezoneOffset: "GMT+02:00" } },
  ],
  tags: [undefined, { team: "shop" }, { team: "web", stage: "test" }],
  password: [PASSWORDS[0], PASSWORDS[1], undefined],
  subnet: ["c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6", "ec2f34b9-20eb-4872-85bd-bea9fc943128"],
  group: ["1477393a-29c9-4de5-843f-18ef51257c7e", "2588404b-30d0-4ef6-9540-290f62368d8f"],
} as const;

type Choice = keyof typeof CHOICES;

/** What the program declares of a cache, as choices out of a table: small to print and easy to shrink. */
export type Declaration = { readonly [K in Choice]: number };

export const FIRST = Object.fromEntries(Object.keys(CHOICES).map((choice) => [choice, 0])) as Declaration;

/** Changes of a declaration; most are possible in place. */
export const edits: fc.Arbitrary<Partial<Declaration>> = fc
  .array(
    fc.oneof(
      ...Object.entries(CHOICES).map(([choice, values]) => ({
        weight: ["kind", "subnet"].includes(choice) ? 1 : 3,
        arbitrary: fc.nat(values.length - 1).map((at) => [choice, at] as const),
      })),
    ),
    { maxLength: 4 },
  )
  .map((pairs) => Object.fromEntries(pairs));

const KINDS = {
  single: { engineVersion: "6.0", cacheMode: "single", availableZones: ZONES.slice(0, 1) },
  ha: { engineVersion: "5.0", cacheMode: "ha", availableZones: ZONES },
  first: { engineVersion: "3.0", productId: "OTC_DCS_MS", availableZones: ZONES },
} as const;

const given = (props: Props): Props => Object.fromEntries(Object.entries(props).filter(([, v]) => v !== undefined));

/** Where a sequence plays: its own project, and a name no other uses. */
export interface Place {
  readonly projectId: string;
  readonly prefix: string;
}

export const nameOf = ({ prefix }: Place, slot: number, name: number): string =>
  `${prefix}-s${slot}-${CHOICES.name[name]}`;

/** The arguments as the program writes them. */
export function argumentsOf(place: Place, slot: number, wanted: Declaration): Props {
  const kind = CHOICES.kind[wanted.kind] ?? "single";
  const first = kind === "first";
  const [maintainBegin, maintainEnd] = CHOICES.window[wanted.window] ?? [];
  // Without a password is not for the first edition.
  const password = CHOICES.password[wanted.password] ?? (first ? PASSWORDS[0] : undefined);
  return given({
    ...KINDS[kind],
    name: nameOf(place, slot, wanted.name),
    capacity: CHOICES.capacity[wanted.capacity],
    description: CHOICES.description[wanted.description],
    maintainBegin,
    maintainEnd,
    instanceBackupPolicy: kind === "single" ? undefined : CHOICES.policy[wanted.policy],
    tags: first ? undefined : CHOICES.tags[wanted.tags],
    password,
    noPasswordAccess: password === undefined ? true : undefined,
    vpcId: "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10",
    subnetId: CHOICES.subnet[wanted.subnet],
    securityGroupId: first ? CHOICES.group[wanted.group] : undefined,
    projectId: place.projectId,
    customTimeouts: { create: "25s", update: "40s", delete: "40s" },
  });
}
