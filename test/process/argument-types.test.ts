import { INSTANCE_ARGUMENTS } from "../../provider/dcs-instance/arguments/rows/instance-arguments";
import { RENAMABLE } from "../../provider/dcs-instance/values/access/renamed-commands";
import { capacitiesOfEdition, EDITION_3, EDITION_4, HOURS } from "../../provider/dcs-instance/values/editions";
import { PARAMETERS } from "../../provider/dcs-instance/values/parameters/table";
import { type Problem, problemsOf } from "../support/compile";

const HEAD = `
import * as pulumi from "@pulumi/pulumi";
import { DcsInstance, type DcsInstanceArgs } from "pulumi-otc-dcs";
export const config = new pulumi.Config();
export const place = { availableZones: ["eu-de-01"], vpcId: config.require("vpcId"), subnetId: config.require("subnetId") };
export const sound = { ...place, engineVersion: "6.0", cacheMode: "ha", capacity: 2, password: config.requireSecret("p") } as const;
export const plan = { beginAt: "02:00-03:00", periodType: "weekly", backupAt: [1, 7] };
export type Args = DcsInstanceArgs;
`.trim();

const cache = (args: string): string => `return new DcsInstance("sessions", { ${args} });`;

/** What the compiler says of each program. They are compiled together, one a line, because most of the time goes into Pulumi's types. */
function judge(programs: readonly string[]): Array<Array<Omit<Problem, "line">>> {
  const from = HEAD.split("\n").length;
  const lines = programs.map(
    (text, index) => `export function program${index}(): unknown { ${text.replace(/\n\s*/g, " ")} }`,
  );
  const problems = problemsOf([HEAD, ...lines].join("\n"));
  if (problems.some(({ line }) => line < from)) throw new Error(JSON.stringify(problems));
  return programs.map((_, index) =>
    problems.filter(({ line }) => line === from + index).map(({ at, says }) => ({ at, says })),
  );
}

const accepted: ReadonlyArray<readonly [what: string, program: string]> = [
  ["words and numbers as they are listed", cache("...sound, maintainBegin: '22:00:00', maintainEnd: '02:00:00'")],
  [
    "values of the configuration, in the clear and secret",
    cache(
      `...place, engineVersion: config.require("v"), cacheMode: config.get("m"), capacity: config.requireNumber("c"),
        noPasswordAccess: config.requireBoolean("n"), onNameConflict: config.requireSecret("o"), password: "x"`,
    ),
  ],
  [
    "outputs and promises of texts and numbers",
    cache(
      `...place, engineVersion: pulumi.output("6.0" as string), cacheMode: Promise.resolve("ha" as string),
        capacity: pulumi.output(2 as number), password: "x"`,
    ),
  ],
  [
    "a backup policy, whole or in outputs",
    `const days: number[] = [1, 2, 3];
      new DcsInstance("b", { ...sound, instanceBackupPolicy: pulumi.output({ saveDays: 7, periodicalBackupPlan: { ...plan, backupAt: days } }) });
      new DcsInstance("c", { ...sound, instanceBackupPolicy: { saveDays: config.requireNumber("d"), periodicalBackupPlan: { ...plan, backupAt: days } } });
      ${cache("...sound, instanceBackupPolicy: { saveDays: 7, backupType: 'auto', periodicalBackupPlan: plan }")}`,
  ],
  ["documented parameters, as numbers or texts", cache("...sound, parameters: { timeout: 300, maxclients: '5000' }")],
  [
    "a map of parameters whose names are known only when the program runs",
    cache(`...sound, parameters: config.requireObject<Record<string, string>>("parameters")`),
  ],
  [
    "arguments that are built step by step",
    `const args: DcsInstanceArgs = { ...place, engineVersion: "6.0", capacity: 2 };
      args.cacheMode = config.require("mode");
      args.password = config.requireSecret("p");
      return new DcsInstance("sessions", args);`,
  ],
  [
    "a component that passes arguments on, with some of its own",
    `class Caches extends pulumi.ComponentResource {
        constructor(name: string, args: DcsInstanceArgs) {
          super("shop:index:Caches", name);
          new DcsInstance("a", args, { parent: this });
          new DcsInstance("b", { ...args, engineVersion: "7.0", cacheMode: "cluster", noPasswordAccess: true }, { parent: this });
        }
      }
      return Caches;`,
  ],
  [
    "parts of the arguments, spread beside others",
    `const common: Omit<DcsInstanceArgs, "capacity"> = { ...place, engineVersion: "6.0" };
      const more: Partial<DcsInstanceArgs> = { password: "x" };
      return new DcsInstance("sessions", { ...common, ...more, cacheMode: "ha", capacity: 2 });`,
  ],
  [
    "one of two arguments that exclude each other, by a condition",
    cache(`...place, engineVersion: "6.0", capacity: 2, password: "x",
        ...(config.getBoolean("exact") ? { productId: "redis.ha.xu1.large.r2.2-h" } : { cacheMode: "ha" as const })`),
  ],
  [
    "a class of one's own, and a generic function that names the type",
    `class Own extends DcsInstance { constructor(name: string, args: DcsInstanceArgs) { super(name, args); } }
      const own: DcsInstance = new Own("own", sound);
      const isOne = own instanceof DcsInstance;
      const make = <T extends DcsInstanceArgs>(args: T) => new DcsInstance<DcsInstanceArgs>("made", args);
      return [isOne, make];`,
  ],
  [
    "any other parameter and value where the program insists",
    cache(`...sound, engineVersion: "8.0" as string, parameters: { ["new-parameter" as string]: 1 }`),
  ],
  ["an existing cache, by its id", `const { endpoint } = DcsInstance.get("there", "some-id"); return endpoint;`],
];

const without = (name: string): string => `(({ ${name}: _, ...rest }) => rest)(sound)`;

const refused: ReadonlyArray<readonly [what: string, args: string, property: string | undefined, message: RegExp]> = [
  ["an unknown version", "...sound, engineVersion: '6.1'", "engineVersion", /(?=.*"3\.0")(?=.*"7\.0")/],
  ["an unknown mode", "...sound, cacheMode: 'haa'", "cacheMode", /"haa"/],
  [
    "a mode that 7.0 lacks",
    "...sound, engineVersion: '7.0', cacheMode: 'proxy'",
    "cacheMode",
    /type '(?=.*"single")(?!.*proxy)/,
  ],
  ["another engine", "...sound, engine: 'Memcached'", "engine", /"Redis"/],
  ["a capacity in MB", "...sound, capacity: 4096", "capacity", /4096/],
  ["a capacity that no version has", "...sound, capacity: 3", "capacity", /\| 0\.125 \|.*\| 2048/],
  ["a text as capacity", "...sound, capacity: '2'", "capacity", /string/],
  ["a misspelt argument", "...sound, descripton: 'x'", "descripton", /'description'/],
  ["an argument that does not exist", "...sound, evictionPolicy: 'x'", "evictionPolicy", /does not exist/],
  ["an undocumented parameter", "...sound, parameters: { timout: 300 }", "timout", /'timeout'/],
  [
    "a weekday 8",
    "...sound, instanceBackupPolicy: { saveDays: 1, periodicalBackupPlan: { ...plan, backupAt: [1, 8] } }",
    "8",
    /'8'/,
  ],
  [
    "a backup kept for 8 days",
    "...sound, instanceBackupPolicy: { saveDays: 8, periodicalBackupPlan: plan }",
    "saveDays",
    /'8'/,
  ],
  [
    "another type of backup",
    "...sound, instanceBackupPolicy: { saveDays: 1, backupType: 'automatic', periodicalBackupPlan: plan }",
    "backupType",
    /"auto" \| "manual"/,
  ],
  [
    "an interval the service lacks",
    "...sound, instanceBackupPolicy: { saveDays: 1, periodicalBackupPlan: { ...plan, periodType: 'daily' } }",
    "periodType",
    /"weekly"/,
  ],
  [
    "half an hour for backups",
    "...sound, instanceBackupPolicy: { saveDays: 1, periodicalBackupPlan: { ...plan, beginAt: '02:30-03:30' } }",
    "beginAt",
    /BackupHour/,
  ],
  [
    "a misspelt field of the policy",
    "...sound, instanceBackupPolicy: { saveDay: 1, saveDays: 1, periodicalBackupPlan: plan }",
    "saveDay",
    /'saveDays'/,
  ],
  ["a window that no version has", "...sound, maintainBegin: '02:30:00'", "maintainBegin", /WindowHour/],
  ["a window that only 7.0 has", "...sound, maintainBegin: '03:00:00'", "maintainBegin", /WindowHour/],
  ["another answer to a taken name", "...sound, onNameConflict: 'replace'", "onNameConflict", /"fail" \| "adopt"/],
  [
    "a password and none at all",
    "...sound, password: 'x', noPasswordAccess: true",
    "password",
    /contradicts noPasswordAccess/,
  ],
  ["mode and product", "...sound, productId: 'redis.ha.xu1.large.r2.2-h'", "productId", /the same as cacheMode/],
  ["product and nodes", `...${without("cacheMode")}, productId: 'x-h', replicas: 3`, "replicas", /part of productId/],
  ["a security group from 4.0 on", "...sound, securityGroupId: 'x'", "securityGroupId", /no effect from Redis 4\.0/],
  ["TLS before 6.0", "...sound, engineVersion: '5.0', enableSsl: true", "enableSsl", /from engineVersion 6\.0 on/],
  ["TLS of a proxy", "...sound, cacheMode: 'proxy', enableSsl: true", "enableSsl", /single, ha and cluster/],
  [
    "backups of a single node",
    "...sound, cacheMode: 'single', instanceBackupPolicy: { saveDays: 1, periodicalBackupPlan: plan }",
    "saveDays",
    /single-node/,
  ],
  ["shards of a cache without shards", "...sound, reservedIps: ['192.168.0.7']", "reservedIps", /only clusters/],
  [
    "a port on 3.0",
    "...sound, engineVersion: '3.0', securityGroupId: 'x', port: 6380",
    "port",
    /from engineVersion 4\.0 on/,
  ],
  [
    "a cache on 3.0 without a security group",
    "...sound, engineVersion: '3.0'",
    undefined,
    /'securityGroupId' is missing/,
  ],
  ["a cache without a mode", `...${without("cacheMode")}`, undefined, /'cacheMode' is missing.*CacheModeOrProductId/],
  [
    "a cache that says nothing of a password",
    `...${without("password")}`,
    undefined,
    /'password' is missing.*PasswordOrNoPasswordAccess/,
  ],
  ["a cache without a network", `...${without("vpcId")}`, undefined, /'vpcId' is missing/],
  ["public access without an address", "...sound, enablePublicip: true", undefined, /'publicipId' is missing/],
  [
    "fields of others that are spread into the arguments",
    "...sound, ...({ clients: 1 })",
    undefined,
    /UnknownFields<"clients">/,
  ],
];

const { properties: policy } = INSTANCE_ARGUMENTS.instanceBackupPolicy.schema;
const { properties: plan } = policy.periodicalBackupPlan;
const days = [1, 2, 3, 4, 5, 6, 7];

/** Values that check takes, by argument. The compiler must not refuse one of them. */
const listed: Readonly<Record<string, readonly unknown[]>> = {
  engine: INSTANCE_ARGUMENTS.engine.schema.enum,
  // The example of 3.0 is compiled with the others.
  engineVersion: INSTANCE_ARGUMENTS.engineVersion.schema.enum.filter((version: string) => version !== "3.0"),
  cacheMode: INSTANCE_ARGUMENTS.cacheMode.schema.enum,
  onNameConflict: INSTANCE_ARGUMENTS.onNameConflict.schema.enum,
  capacity: [...new Set([EDITION_3, EDITION_4].flatMap(capacitiesOfEdition))],
  maintainBegin: HOURS,
  parameters: Object.keys(PARAMETERS).map((name) => ({ [name]: 1 })),
  renameCommands: RENAMABLE.map((command) => ({ [command]: "another" })),
  instanceBackupPolicy: [
    ...days.map((saveDays) => ({ saveDays })),
    ...policy.backupType.enum.map((backupType: string) => ({ backupType })),
    ...days.map((day) => ({ plan: { backupAt: [day] } })),
    ...plan.beginAt.enum.map((beginAt: string) => ({ plan: { beginAt } })),
    ...plan.periodType.enum.map((periodType: string) => ({ plan: { periodType } })),
  ].map(({ plan: inPlan, ...rest }) => ({
    saveDays: 1,
    ...rest,
    periodicalBackupPlan: { beginAt: "02:00-03:00", periodType: "weekly", backupAt: [1], ...inPlan },
  })),
};

/** Declares each value of an argument beside what lets all values pass. */
const eachOf = (argument: string, values: readonly unknown[]): string =>
  `const any = { ...place, engineVersion: config.require("v"), cacheMode: config.require("m"), capacity: 2, password: "x" };
  return [${values.map((value) => `new DcsInstance("x", { ...any, ${argument}: ${JSON.stringify(value)} })`).join(", ")}];`;

let judged: { accepted: ReturnType<typeof judge>; listed: ReturnType<typeof judge>; refused: ReturnType<typeof judge> };

beforeAll(() => {
  judged = {
    accepted: judge(accepted.map(([, program]) => program)),
    listed: judge(Object.entries(listed).map(([argument, values]) => eachOf(argument, values))),
    refused: judge(refused.map(([, args]) => cache(args))),
  };
}, 120_000);

test.each(accepted.map(([what], index) => [what, index] as const))("The compiler accepts %s", (_, index) => {
  expect(judged.accepted[index]).toEqual([]);
});

test.each(Object.keys(listed).map((argument, index) => [argument, index] as const))(
  "The compiler accepts every value of %s that check lists",
  (_, index) => {
    expect(judged.listed[index]).toEqual([]);
  },
);

test.each(refused.map(([what, , property, message], index) => [what, property, message, index] as const))(
  "The compiler refuses %s",
  (_, property, message, index) => {
    expect(judged.refused[index]).toEqual([
      { at: property ?? expect.any(String), says: expect.stringMatching(message) },
    ]);
  },
);
