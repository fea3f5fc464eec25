import type { Change } from "../../../../resource/describe/argument";
import type { Failure } from "../../../../resource/describe/failure";
import { isUnknown } from "../../../../resource/describe/unknown";
import { meantRange } from "../../../values/access/ipv4-range";
import type { WhitelistGroupInputs } from "../../../values/access/whitelist";
import { isEmpty, orElse, sameBy } from "../../../values/meanings";
import { factValue } from "../../../values/served";
import type { InstanceArgument } from "../../row/instance-argument";

const MOST_ENTRIES = 20;

/** Changed as a whole by PUT whitelist. */
const change: Change = { how: "whitelist" };

const knownGroups = (value: unknown): Array<{ group: WhitelistGroupInputs; at: number }> =>
  (value as unknown[]).flatMap((group, at) => (isUnknown(group) ? [] : [{ group: group as WhitelistGroupInputs, at }]));

function entryFailures(value: unknown): Failure[] {
  return knownGroups(value).flatMap(({ group, at }) =>
    (isUnknown(group.ipList) ? [] : group.ipList).flatMap((entry, index): Failure[] => {
      if (isUnknown(entry)) return [];
      const property = `whitelist[${at}].ipList[${index}]`;
      const meant = meantRange(entry);
      if (meant === undefined)
        return [{ property, reason: `"${entry}" is no IPv4 address or range: write 10.1.2.3 or 10.1.0.0/16` }];
      if (meant.endsWith("/0") || meant === "0.0.0.0")
        return [
          {
            property,
            reason: `"${entry}" means everybody, which the service refuses: set enableWhitelist: false instead`,
          },
        ];
      return meant === entry
        ? []
        : [
            {
              property,
              reason: `"${entry}" does not start at its first address, and the service would drop the whole list: write "${meant}"`,
            },
          ];
    }),
  );
}

function groupFailures(value: unknown): Failure[] {
  const groups = knownGroups(value);
  const entries = groups.flatMap(({ group }) => (isUnknown(group.ipList) ? [] : [...new Set(group.ipList)])).length;
  const tooMany: Failure[] =
    entries > MOST_ENTRIES
      ? [
          {
            property: "whitelist",
            reason: `${entries} entries are listed, and an instance takes ${MOST_ENTRIES} in all its groups: join addresses to ranges`,
          },
        ]
      : [];
  const repeated = groups.flatMap(({ group: { groupName }, at }): Failure[] => {
    const first = groups.find(({ group }) => group.groupName === groupName && !isUnknown(groupName));
    return first === undefined || first.at >= at
      ? []
      : [
          {
            property: `whitelist[${at}].groupName`,
            reason: `"${groupName}" is the name of entry [${first.at}]: name each group once`,
          },
        ];
  });
  return [...tooMany, ...repeated];
}

// Order and repetition have no meaning.
const groups = (value: unknown): unknown =>
  ((value ?? []) as WhitelistGroupInputs[])
    .map(({ groupName, ipList }) => [groupName, ...[...new Set(ipList)].sort()])
    .sort(([a], [b]) => String(a).localeCompare(String(b)));

/** Who may connect to an instance. */
export const WHITELIST = {
  whitelist: {
    since: "4.0",
    asks: "whitelist",
    afterCreate: true,
    schema: {
      type: "array",
      maxItems: 4,
      remedy: "use at most 4 groups",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["groupName", "ipList"],
        properties: {
          groupName: { type: "string", minLength: 1, remedy: "give the group a name" },
          ipList: {
            type: "array",
            minItems: 1,
            remedy: "list at least one address or range",
            items: { type: "string" },
          },
        },
      },
    },
    judge: (value) => [...entryFailures(value), ...groupFailures(value)],
    change: {
      ...change,
      effect: (_, { whitelist = [] }) =>
        (whitelist as unknown[]).length > 0
          ? "decides who may connect: clients at other addresses lose access"
          : undefined,
      removed: "the list is emptied, and everybody who reaches the VPC may connect",
    },
    fields: ["ip_list"],
    same: sameBy("whitelist", groups),
    affects: ["enableWhitelist"],
    served: ({ facts }) =>
      factValue(facts?.whitelist, ({ whitelist }) =>
        whitelist.map(({ group_name, ip_list }) => ({ groupName: group_name, ipList: [...ip_list] })),
      ),
    implied: isEmpty,
  },
  enableWhitelist: {
    since: "4.0",
    asks: "whitelist",
    afterCreate: true,
    schema: { type: "boolean" },
    change: {
      ...change,
      effect: (_, { enableWhitelist }) =>
        enableWhitelist === false ? "lets everybody who reaches the VPC connect" : undefined,
    },
    // Without groups the service may answer either value, and neither has an effect.
    same: (state, declared) =>
      (isEmpty(state.whitelist) && isEmpty(declared.whitelist) && declared.enableWhitelist !== false) ||
      sameBy("enableWhitelist", orElse(false))(state, declared),
    served: ({ facts }) => factValue(facts?.whitelist, ({ enable_whitelist }) => enable_whitelist),
    implied: (value, { whitelist }) => isEmpty(whitelist) || value === true,
  },
} as const satisfies Readonly<Record<string, InstanceArgument>>;
