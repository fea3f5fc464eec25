import type { SignedPart } from "../../../../provider/auth/signature/canonical/canonical-request";

export interface Vector {
  readonly name: string;
  readonly request: SignedPart;
  readonly region?: string;
  readonly service?: string;
  /** The canonical request, where the reference gives it in full. */
  readonly canonical?: string;
  readonly canonicalHash: string;
  readonly signedHeaders: string;
  readonly signature: string;
}

export const KEYS = {
  accessKey: "EXAMPLEACCESSKEY0001",
  secretKey: "exampleSecretKey0123456789abcdefghijklmn",
} as const;

export const DATE = new Date("2024-01-15T08:30:00Z");

const HOST = "https://dcs.eu-de.otc.t-systems.com";
const PROJECT = "0123456789abcdef0123456789abcdef";
const INSTANCE = "3c49fd6b-fc7c-419e-9644-b6cce008653f";

const query: SignedPart = {
  method: "GET",
  url: `${HOST}/v1.0/${PROJECT}/instances?start=1&limit=10&name=dcs%20demo&include_failure=true`,
  headers: {},
};

const body: SignedPart = {
  method: "POST",
  url: `${HOST}/v1.0/${PROJECT}/instances/${INSTANCE}/extend`,
  body: '{"new_capacity":4}',
  headers: { "Content-Type": "application/json", "X-Project-Id": PROJECT },
};

/** Known signatures, each worked out apart from this project's code. */
export const VECTORS: readonly Vector[] = [
  {
    name: "a query, whose keys are sorted and whose spaces are %20",
    request: query,
    canonical: [
      "GET",
      `/v1.0/${PROJECT}/instances/`,
      "include_failure=true&limit=10&name=dcs%20demo&start=1",
      "host:dcs.eu-de.otc.t-systems.com",
      "x-sdk-date:20240115T083000Z",
      "",
      "host;x-sdk-date",
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    ].join("\n"),
    canonicalHash: "39ce77fd4bb4c279985475969eec135ed0bb35cab0815702c5db9e0115851e10",
    signedHeaders: "host;x-sdk-date",
    signature: "0b550a25aee6821f423287909663da350fdec041f666fe561ace6cdf73560320",
  },
  {
    name: "the same query with region and service in the scope",
    request: query,
    region: "eu-de",
    service: "dcs",
    canonicalHash: "39ce77fd4bb4c279985475969eec135ed0bb35cab0815702c5db9e0115851e10",
    signedHeaders: "host;x-sdk-date",
    signature: "23a55dc33843f93f4742e40c28be63350e52dd85d64bde76911ff5f5fc4833e8",
  },
  {
    name: "a body, with its type and the project",
    request: body,
    canonicalHash: "02943a626fb480d32d8e9b7fac1e7ab174fbab0752057b204f99dd26cbeb195e",
    signedHeaders: "content-type;host;x-project-id;x-sdk-date",
    signature: "50997bd4551dff5e8da84708a0bd45ddaffa8bd607c1750e5c586ce1fff4a348",
  },
  {
    name: "the same body with region and service in the scope",
    request: body,
    region: "eu-de",
    service: "dcs",
    canonicalHash: "02943a626fb480d32d8e9b7fac1e7ab174fbab0752057b204f99dd26cbeb195e",
    signedHeaders: "content-type;host;x-project-id;x-sdk-date",
    signature: "8a072d7ff8f145e6d523b7124593b1d6d3b6caab0378b3cb36b6605c4310c6d8",
  },
  {
    name: "a POST without a body, whose query is the payload",
    request: {
      method: "POST",
      url: `${HOST}/v2/${PROJECT}/instances/${INSTANCE}/ssl-certs/download?b=2&a=x%20y`,
      headers: {},
    },
    canonicalHash: "8ae2073deb992920b7ec60ad97e149d02ce47f9395d2e62dc6c3f4d7318d7f28",
    signedHeaders: "host;x-sdk-date",
    signature: "2aa3ff1b71c04d69ce24cc567b713f33bedca4a2d0a7215d5c62651bf7a3d959",
  },
];
