import fc from "fast-check";

const range = fc.tuple(fc.nat(2 ** 32 - 1), fc.integer({ min: 1, max: 32 })).map(([number, bits]) => {
  const first = Math.floor(number / 2 ** (32 - bits)) * 2 ** (32 - bits);
  return `${[24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join(".")}/${bits}`;
});

const address = fc.oneof(
  fc.ipV4().filter((ip) => ip !== "0.0.0.0"),
  range,
  fc.constantFrom("10.1.2.3", "10.1.0.0/16"),
);

const named = (lists: ReadonlyArray<readonly string[]>) => lists.map((ipList, at) => ({ groupName: `g${at}`, ipList }));

/** Up to four groups, some with an address that is listed twice. */
export const soundWhitelists: fc.Arbitrary<object> = fc
  .array(fc.array(address, { minLength: 1, maxLength: 5 }), { maxLength: 4 })
  .map((lists) => ({ whitelist: named(lists) }));

const addresses = [
  "10.1.2.3",
  "10.1.0.0/16",
  "10.1.2.3/16",
  "0.0.0.0",
  "0.0.0.0/0",
  "0.0.0.0/1",
  "10.1.0.0/33",
  "10.1.0.0/016",
  "10.1.0.0/",
  "10.1.0.0/16/8",
  "10.1.2.256",
  "010.1.2.3",
  " 10.1.2.3",
  "10.1",
  "cache.example",
  "fe80::1",
  "",
];
const manyAddresses = Array.from({ length: 20 }, (_, at) => `10.2.0.${at}`);

const doubtful = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.array(fc.constantFrom(...addresses), { minLength: 1, maxLength: 3 }) },
      fc.constantFrom(manyAddresses, [...manyAddresses, ...manyAddresses], [...manyAddresses, "10.3.0.1"]),
    ),
    { maxLength: 5 },
  )
  .map(named);

/** Lists with addresses that may be none, with too many of them, and values that are no lists of groups. */
export const someWhitelists: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: doubtful },
  fc.constantFrom<unknown>(
    "10.1.2.3",
    {},
    [7],
    ["10.1.2.3"],
    [[]],
    [{ groupName: "apps" }],
    [{ ipList: ["10.1.2.3"] }],
    [{ groupName: 7, ipList: ["10.1.2.3"] }],
    [{ groupName: "apps", ipList: "10.1.2.3" }],
    [{ groupName: "apps", ipList: [7] }],
  ),
);
