import { selfSigned } from "../../../../support/certificate";
import { type WrongSetUp, without } from "../row";

const PROJECT = "10ca110ca110ca110ca110ca110ca110";

const own = selfSigned();

/** What stands between the user and the service: addresses, certificates, the catalogue. */
export const waysThere: readonly WrongSetUp[] = [
  {
    title: "region without an endpoint in the account's catalogue",
    config: { "otc:region": "eu-ch2" },
    env: ({ signIn }) => ({ ...without(signIn.password, "OS_PROJECT_NAME"), OS_PROJECT_ID: PROJECT }),
    setting: "region",
    says: ['is "eu-ch2" (from otc:region in the stack\'s config)', "offers DCS in eu-de, eu-nl"],
  },
  {
    title: "address of IAM that is another service's",
    env: ({ signIn, url }) => ({ ...signIn.password, OS_AUTH_URL: `${url}/v2` }),
    setting: "authUrl",
    says: ["The requested URL does not exist", '/v2/v3" (from OS_AUTH_URL in the environment)'],
  },
  {
    title: "certificate of an authority that is not trusted",
    service: { tls: own },
    env: ({ signIn }) => signIn.password,
    setting: "caCertFile",
    says: ["the certificate is self-signed; set otc:caCertFile / OS_CACERT to a PEM file of its authority"],
  },
  {
    title: "file with another authority than the service's",
    service: { tls: own },
    config: { "otc:caCertFile": "authority.pem" },
    env: ({ signIn }) => signIn.password,
    files: { "authority.pem": selfSigned().cert },
    setting: "caCertFile",
    says: ['otc:caCertFile / OS_CACERT names "authority.pem", which lacks the authority of that certificate: add it'],
  },
  {
    title: "file of authorities that holds no certificate",
    service: { tls: own },
    config: { "otc:caCertFile": "authority.pem" },
    env: ({ signIn }) => signIn.password,
    files: { "authority.pem": "none\n" },
    setting: "caCertFile",
    says: ['names "authority.pem"', "holds no certificate in PEM form"],
  },
  {
    title: "https:// where the service speaks http://",
    env: ({ signIn, url }) => ({ ...signIn.password, OS_AUTH_URL: `${url.replace("http:", "https:")}/v3` }),
    setting: "authUrl",
    says: ["does not speak TLS"],
  },
  {
    title: "IAM that cannot be reached",
    env: ({ signIn }) => ({ ...signIn.password, OS_AUTH_URL: "http://127.0.0.1:9/v3" }),
    setting: "authUrl",
    says: ["the service could not be asked", "the connection is refused"],
    warning: true,
  },
  {
    title: "DCS that cannot be reached",
    env: ({ signIn }) => ({ ...signIn.password, OS_DCS_ENDPOINT_OVERRIDE: "http://127.0.0.1:9" }),
    setting: "dcsEndpoint",
    says: ["the service could not be asked", "the connection is refused"],
    warning: true,
  },
];
