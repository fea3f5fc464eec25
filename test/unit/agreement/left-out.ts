import { type Arguments, ZONE_CODES } from "./sound-inputs";

export interface LeftOut {
  readonly what: string;
  readonly because: string;
  /** The argument preview objects to. */
  readonly property: string;
  readonly inputs: Arguments;
}

const sound: Arguments = {
  name: "sessions",
  engine: "Redis",
  engineVersion: "6.0",
  capacity: 2,
  password: "Blue_Kettle7",
  vpcId: "27d99e17-42f2-4751-818f-5c8c6c03ff15",
  subnetId: "ec2f34b9-20eb-4872-85bd-bea9fc943128",
  availableZones: [ZONE_CODES[0]],
  cacheMode: "ha",
};

/** The kinds of input the generators leave out, because preview refuses what the service would swallow. */
export const LEFT_OUT: readonly LeftOut[] = [
  {
    what: "an argument nobody knows",
    because: "the service ignores unknown fields; in a program it is a typing error",
    property: "descripton",
    inputs: { ...sound, descripton: "cart store" },
  },
  {
    what: "cacheMode beside productId",
    because: "the service knows only product_id; two statements of one thing can contradict each other",
    property: "productId",
    inputs: { ...sound, productId: "redis.ha.xu1.large.r2.2-h" },
  },
  {
    what: "replicas beside productId",
    because: "the service knows only product_id, whose code has the number; two statements of one thing can contradict",
    property: "replicas",
    inputs: { ...sound, cacheMode: undefined, productId: "redis.ha.xu1.large.r2.2-h", replicas: 2 },
  },
  {
    what: "a security group from 4.0 on",
    because: "the service ignores it, so whoever sets it believes in a protection that is not there",
    property: "securityGroupId",
    inputs: { ...sound, securityGroupId: "1477393a-29c9-4de5-843f-18ef51257c7e" },
  },
  {
    what: "an empty text",
    because: "the service reads it as not set; a program says that by leaving the argument out",
    property: "enterpriseProjectId",
    inputs: { ...sound, enterpriseProjectId: "" },
  },
  {
    what: "a number in a text",
    because: "the service converts a port; the arguments have types",
    property: "port",
    inputs: { ...sound, port: "6380" },
  },
  {
    what: "a flag in a text",
    because: "the service writes this flag as a text; the argument is a boolean",
    property: "noPasswordAccess",
    inputs: { ...sound, noPasswordAccess: "false" },
  },
  {
    what: "the word that 3.0 needs a password",
    because:
      "the service takes it from clients that send it always; 3.0 has no other way, so the argument says nothing",
    property: "noPasswordAccess",
    inputs: {
      ...sound,
      engineVersion: "3.0",
      securityGroupId: "1477393a-29c9-4de5-843f-18ef51257c7e",
      noPasswordAccess: false,
    },
  },
  {
    what: "a command in capitals",
    because: "the service takes either spelling; one spelling keeps state and program comparable",
    property: "renameCommands.KEYS",
    inputs: { ...sound, renameCommands: { KEYS: "list-keys" } },
  },
];
