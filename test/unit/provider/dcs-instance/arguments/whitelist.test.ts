import { unknownValue } from "@pulumi/pulumi/runtime";
import { INSTANCE_ARGUMENTS } from "../../../../../provider/dcs-instance/arguments/rows/instance-arguments";
import { meantRange } from "../../../../../provider/dcs-instance/values/access/ipv4-range";

const { whitelist } = INSTANCE_ARGUMENTS;

const web = (...ipList: string[]) => [{ groupName: "web", ipList }];

const reasons = (value: unknown): string[] =>
  (whitelist.judge?.(value, {}, false) ?? []).map(({ property, reason }) => `${property}: ${reason}`);

test.each([
  ["10.1.2.3", "10.1.2.3"],
  ["10.1.0.0/16", "10.1.0.0/16"],
  ["10.1.2.3/16", "10.1.0.0/16"],
  ["10.1.2.3/25", "10.1.2.0/25"],
  ["10.1.2.200/25", "10.1.2.128/25"],
  ["255.255.255.255/32", "255.255.255.255/32"],
  ["10.1.2.3/0", "0.0.0.0/0"],
  ["10.1.2", undefined],
  ["10.1.2.256", undefined],
  ["10.1.2.3/33", undefined],
  ["fe80::1", undefined],
  ["web", undefined],
])("%s means the range %s", (text, meant) => {
  expect(meantRange(text)).toBe(meant);
});

test("Addresses and ranges that start at their first address are accepted", () => {
  expect(reasons(web("10.1.2.3", "10.1.0.0/16"))).toEqual([]);
});

test("A range that starts elsewhere is named with the range that was probably meant", () => {
  expect(reasons(web("10.9.9.9", "10.1.2.3/16"))).toEqual([
    'whitelist[0].ipList[1]: "10.1.2.3/16" does not start at its first address, and the service would drop the whole list: write "10.1.0.0/16"',
  ]);
});

test.each(["0.0.0.0", "0.0.0.0/0", "10.1.2.3/0"])(
  "%s, which means everybody, is refused with the other way",
  (entry) => {
    expect(reasons(web(entry))).toEqual([
      `whitelist[0].ipList[0]: "${entry}" means everybody, which the service refuses: set enableWhitelist: false instead`,
    ]);
  },
);

test("More than 20 entries in all groups are refused", () => {
  const many = (from: number) => Array.from({ length: 11 }, (_, at) => `10.1.${from}.${at}`);
  const value = [
    { groupName: "a", ipList: many(1) },
    { groupName: "b", ipList: many(2) },
  ];
  expect(reasons(value)).toEqual([
    "whitelist: 22 entries are listed, and an instance takes 20 in all its groups: join addresses to ranges",
  ]);
});

test("An address that a group repeats counts once, as it is sent once", () => {
  const twenty = Array.from({ length: 20 }, (_, at) => `10.1.0.${at}`);
  expect(reasons(web(...twenty, "10.1.0.0"))).toEqual([]);
});

test("A group name that is used twice is named", () => {
  expect(reasons([...web("10.1.2.3"), ...web("10.1.2.4")])).toEqual([
    'whitelist[1].groupName: "web" is the name of entry [0]: name each group once',
  ]);
});

test("What is not known yet is not judged, and the rest is", () => {
  expect(reasons([unknownValue, { groupName: unknownValue, ipList: [unknownValue, "web"] }])).toEqual([
    'whitelist[1].ipList[1]: "web" is no IPv4 address or range: write 10.1.2.3 or 10.1.0.0/16',
  ]);
});

test("The order of groups and entries, and repetition, are no change", () => {
  const state = {
    whitelist: [
      { groupName: "b", ipList: ["10.2.0.0/16"] },
      { groupName: "a", ipList: ["10.1.0.1", "10.1.0.2"] },
    ],
  };
  const declared = {
    whitelist: [
      { groupName: "a", ipList: ["10.1.0.2", "10.1.0.1", "10.1.0.2"] },
      { groupName: "b", ipList: ["10.2.0.0/16"] },
    ],
  };
  expect(whitelist.same?.(state, declared)).toBe(true);
});
