import { type ExpectedCall, ha, inPlace, type Row, same } from "./row";

const web = { groupName: "web", ipList: ["10.1.0.0/16"] };
const jobs = { groupName: "jobs", ipList: ["10.2.0.7", "10.2.0.8"] };

const OPEN = "the list is emptied, and everybody who reaches the VPC may connect";
const CLOSES = "decides who may connect: clients at other addresses lose access";

const put = (enabled: boolean, ...groups: ReadonlyArray<typeof web>): ExpectedCall => ({
  call: "PUT /instance/{id}/whitelist",
  body: {
    enable_whitelist: enabled,
    whitelist: groups.map(({ groupName, ipList }) => ({ group_name: groupName, ip_list: ipList })),
  },
});

/** Who may connect. */
export const accessList: readonly Row[] = [
  inPlace({
    argument: "whitelist",
    change: "set",
    base: ha,
    from: {},
    to: { whitelist: [web] },
    calls: [put(true, web)],
    says: CLOSES,
  }),
  inPlace({
    argument: "whitelist",
    change: "one group more",
    base: ha,
    from: { whitelist: [web] },
    to: { whitelist: [web, jobs] },
    calls: [put(true, web, jobs)],
    says: CLOSES,
  }),
  same({
    argument: "whitelist",
    change: "in another order",
    base: ha,
    from: { whitelist: [web, jobs] },
    to: { whitelist: [{ ...jobs, ipList: [...jobs.ipList].reverse() }, web] },
    after: { whitelist: [web, jobs] },
  }),
  inPlace({
    argument: "whitelist",
    change: "removed",
    base: ha,
    from: { whitelist: [web] },
    to: {},
    calls: [put(false)],
    says: OPEN,
    after: { whitelist: undefined },
  }),
  inPlace({
    argument: "enableWhitelist",
    change: "switched off",
    base: ha,
    from: { whitelist: [web] },
    to: { whitelist: [web], enableWhitelist: false },
    calls: [put(false, web)],
    says: "lets everybody who reaches the VPC connect",
    after: { whitelist: [web], enableWhitelist: false },
  }),
];
