import * as pulumi from "@pulumi/pulumi";
import { mockedOutputs } from "pulumi-otc-dcs/testing";
import { SessionCache } from "./session-cache";

const PASSWORD = "only-for-Tests-1";

/** What the component declares, by the type's own name. */
const declared: Record<string, pulumi.runtime.MockResourceArgs["inputs"]> = {};

beforeAll(() =>
  pulumi.runtime.setMocks(
    {
      newResource(args) {
        declared[args.type.split(":").at(-1) ?? ""] = args.inputs;
        return { id: `${args.name}-id`, state: { ...args.inputs, ...mockedOutputs(args) } };
      },
      call: ({ inputs }) => inputs,
    },
    "shop",
    "test",
  ),
);

const resolved = <T>(output: pulumi.Output<T>): Promise<T> => new Promise((resolve) => output.apply(resolve));

describe("a cache for sessions", () => {
  let sessions: SessionCache;

  beforeAll(async () => {
    sessions = new SessionCache("shop", {
      vpcId: "the-vpc",
      subnetId: "the-subnet",
      clients: ["10.1.0.0/16"],
      password: pulumi.secret(PASSWORD),
    });
    await resolved(sessions.endpoint);
  });

  test("lets in only the clients", () => {
    expect(declared.DcsInstance).toMatchObject({
      name: "shop-sessions-test",
      whitelist: [{ groupName: "clients", ipList: ["10.1.0.0/16"] }],
    });
  });

  test("gives up old sessions when it is full", () => {
    expect(declared.DcsInstance?.parameters).toEqual({ "maxmemory-policy": "allkeys-lru" });
  });

  test("tells clients where to connect, and keeps the password secret", async () => {
    expect(await resolved(sessions.url)).toBe(`redis://:${PASSWORD}@192.168.0.7:6379`);
    expect(await pulumi.isSecret(sessions.url)).toBe(true);
  });
});
