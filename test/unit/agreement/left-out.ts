import { type Arguments, ZONE_CODES } from "./sound-inputs";

export interface LeftOut {
  readonly what: string;
  readonly because: string;
  /** The argument that preview objects to; `undefined` if only the service does. */
  readonly property?: string;
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

const of3: Arguments = { engineVersion: "3.0", securityGroupId: "1477393a-29c9-4de5-843f-18ef51257c7e" };

const group = (groupName: string, ...ipList: string[]) => ({ groupName, ipList });

/**
 * The kinds of input that the generators leave out: preview refuses what the service would swallow, or cannot know what the
 * service refuses.
 */
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
  {
    what: "a number of nodes on 3.0",
    because:
      "the service has one product for each mode there, and no field for the number, so the argument says nothing",
    property: "replicas",
    inputs: { ...sound, ...of3, replicas: 2 },
  },
  {
    what: "a specification without -h as the product of 7.0",
    because:
      "version 2 of the API has only specifications; one spelling for all versions keeps state and program comparable",
    property: "productId",
    inputs: { ...sound, engineVersion: "7.0", cacheMode: undefined, productId: "redis.ha.xu1.large.r2.2" },
  },
  {
    what: "two whitelist groups of one name",
    because: "the reference allows it by its silence; nobody could say which of the two a name means",
    property: "whitelist[1].groupName",
    inputs: { ...sound, whitelist: [group("apps", "10.1.2.3"), group("apps", "10.1.2.4")] },
  },
  {
    what: "a whitelist group without a name",
    because: "the reference says only that the name is mandatory, and gives no length",
    property: "whitelist[0].groupName",
    inputs: { ...sound, whitelist: [group("", "10.1.2.3")] },
  },
  {
    what: "a whitelist group without addresses",
    because: "the reference says only that the list is mandatory; an empty one lets nobody in, or everybody",
    property: "whitelist[0].ipList",
    inputs: { ...sound, whitelist: [group("apps")] },
  },
  {
    what: "a field nobody knows in a whitelist group",
    because: "it is never sent; in a program it is a typing error",
    property: "whitelist[0].comment",
    inputs: { ...sound, whitelist: [{ ...group("apps", "10.1.2.3"), comment: "shop" }] },
  },
  {
    what: "a parameter template of another version or mode, or one that does not exist",
    because: "preview judges a template by its spelling; which there are, and for what, only the service can say",
    inputs: { ...sound, templateId: "11" },
  },
];
