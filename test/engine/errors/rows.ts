import { type ErrorNumber, ServiceError } from "../../../emulator/service/errors";
import { DEEDS } from "./deeds";
import type { Deed, Row } from "./row";

/** The service's own refusal, where no program gets it: the provider finds the mistake before, or waits. */
function made(deed: Deed, numbers: readonly ErrorNumber[], field = ""): Row[] {
  return numbers.map((number) => {
    const error = new ServiceError(number, field);
    return {
      code: `DCS.${number}`,
      deed,
      answer: { kind: "answer", status: error.status, body: error.body("v2") },
    };
  });
}

const gateway = (deed: Deed, status: number, digits: string, message: string): Row => ({
  code: `APIGW.${digits}`,
  deed,
  answer: { kind: "answer", status, body: { error_code: `APIGW.${digits}`, error_msg: message } },
});

const failed = (
  deed: Deed,
  operation: "create" | "backup" | "restore",
  prefix: string,
  digits: readonly number[],
): Row[] =>
  digits.map((digit) => {
    const errorCode = `${prefix}.000${digit}`;
    return { code: errorCode, deed, answer: { kind: "fails", operation, errorCode } };
  });

const cacheFails = (prefix: string, digits: readonly number[]): Row[] => failed(DEEDS.create, "create", prefix, digits);

const { create, describe } = DEEDS;

const creating = (how: string, args: Deed["args"]): Deed => ({ ...create, words: `create a cache ${how}`, args });

/** Every code that the local DCS has. */
export const ROWS: readonly Row[] = [
  ...made(create, [1001, 1002, 1003, 1004]),
  {
    code: "DCS.3022",
    deed: { ...describe, words: "change `description` of a cache that was deleted outside Pulumi" },
    behind: "removed",
  },
  ...made(create, [4001, 4004, 4005, 4006, 4008]),
  {
    code: "DCS.4009",
    deed: creating("with a `productId` that the region lacks", {
      cacheMode: undefined,
      productId: "redis.ha.xu1.large.r2.3-h",
    }),
  },
  ...made(create, [4010, 4011, 4012, 4013, 4014, 4016]),
  ...made(describe, [4017]),
  ...made(create, [4019]),
  ...made(create, [4022]),
  ...made(describe, [4026]),
  { code: "DCS.4035", deed: creating("in a project whose quota is used up", {}), behind: "quota" },
  { code: "DCS.4036", deed: creating("larger than the project's quota of memory", { capacity: 64 }) },
  {
    code: "DCS.4042",
    deed: creating("in a zone of another region", { availableZones: ["5a1e74f3d9b2608cbf43e6a0b8c92d57"] }),
  },
  ...made(describe, [4049]),
  { code: "DCS.4054", deed: creating("in a zone that is sold out", { availableZones: ["eu-de-04", "eu-de-01"] }) },
  ...made(describe, [4061]),
  ...made(create, [4062], "private_ips"),
  { code: "DCS.4063", deed: creating("with a `templateId` that does not exist", { templateId: "999" }) },
  ...made(DEEDS.remove, [4064, 4065]),
  ...made(DEEDS.configure, [4066], "timeout"),
  ...made(create, [4067, 4072, 4073, 4074, 4075, 4076]),
  {
    code: "DCS.4086",
    deed: {
      ...DEEDS.backUp,
      words: "make a backup of a single node",
      cache: { cacheMode: "single", availableZones: ["eu-de-01"] },
    },
  },
  {
    code: "DCS.4087",
    deed: {
      ...DEEDS.restore,
      words: "restore a backup of another cache",
      backupId: "5b0e8a3e-0000-4000-8000-000000000001",
    },
  },
  ...made(DEEDS.backUp, [4096]),
  ...made(DEEDS.restore, [4097]),
  ...made(DEEDS.backUp, [4098]),
  ...made(DEEDS.remove, [4099, 4100]),
  ...made(DEEDS.resize, [4102, 4103]),
  {
    code: "DCS.4104",
    deed: creating("as a cluster, with `enableSsl`", { cacheMode: "cluster", capacity: 4, enableSsl: true }),
  },
  ...made(create, [4106]),
  ...made(DEEDS.resize, [4108]),
  ...made(describe, [4111, 4113]),
  ...made(DEEDS.configure, [4114]),
  ...made(describe, [4115, 4116, 4117, 4118, 4120]),
  ...made(DEEDS.restore, [4133]),
  ...made(DEEDS.remode, [4200]),
  ...made(DEEDS.encrypt, [4201, 4202]),
  ...made(create, [4843, 4845]),
  ...made(DEEDS.unlock, [4849, 4850]),
  ...made(DEEDS.allow, [4872]),
  ...made(create, [4927]),
  ...made(DEEDS.replicas, [4930, 4931]),
  ...made(create, [4933]),
  ...made(DEEDS.replicas, [4936]),
  ...made(describe, [4975]),
  ...made(create, [5000, 5001]),
  ...cacheFails("dcs.01", [1, 2, 3]),
  ...cacheFails("dcs.02", [1, 2, 3, 4, 5]),
  ...cacheFails("dcs.03", [1, 2, 3, 4, 5, 7, 8, 9]),
  ...cacheFails("dcs.04", [2, 3, 4]),
  ...failed(DEEDS.backUp, "backup", "dcs.08", [1, 2, 3, 4, 5, 6, 8]),
  ...failed(DEEDS.restore, "restore", "dcs.08", [7]),
  {
    code: "CBC.99003651",
    deed: DEEDS.resize,
    answer: { kind: "busy", code: "CBC.99003651" },
  },
  gateway(create, 404, "0101", "The API does not exist or has not been published in the environment"),
  gateway(describe, 504, "0201", "Backend timeout."),
  gateway(create, 401, "0301", "Incorrect IAM authentication information: decrypt token fail"),
  gateway(describe, 403, "0302", "The IAM user is not allowed to access the API."),
  gateway(describe, 429, "0308", "The throttling threshold has been reached."),
  gateway(create, 403, "0310", "The project is unavailable."),
  gateway(describe, 500, "0601", "Internal server error."),
  gateway(create, 503, "0613", "IAM is unavailable."),
];
