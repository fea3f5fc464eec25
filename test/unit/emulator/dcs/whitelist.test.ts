import type { EmulatorOptions } from "../../../../emulator";
import { type Client, current, first, started } from "../support/client";

let client: Client | undefined;
afterEach(() => client?.emulator.close());

const list = (...addresses: string[]) => ({
  enable_whitelist: true,
  whitelist: [{ group_name: "apps", ip_list: addresses }],
});

async function opened(options: EmulatorOptions = {}, order: object = current()) {
  const opened = await started(options);
  client = opened;
  const id = await opened.create(order);
  await opened.running(id);
  const path = `/instance/${id}/whitelist`;
  return { put: (body: object) => opened.v2("PUT", path, body), get: async () => (await opened.v2("GET", path)).body };
}

test("A whitelist is read back, with the number of addresses it may have", async () => {
  const { put, get } = await opened();
  expect(await get()).toMatchObject({ enable_whitelist: false, whitelist: [], whitelist_ip_limit_num: 20 });
  expect((await put(list("10.1.0.0/16", "10.2.3.4"))).status).toBe(204);
  expect(await get()).toMatchObject(list("10.1.0.0/16", "10.2.3.4"));
  await put({ enable_whitelist: false, whitelist: [] });
  expect(await get()).toMatchObject({ enable_whitelist: false, whitelist: [] });
});

test.each(["10.1.2.3/16", "10.1.0.0/33", "10.1.0.256", "10.1.0.0/16/8", "10.1", "fe80::1", ""])(
  "%p is accepted, and nothing of the request is stored",
  async (address) => {
    const { put, get } = await opened();
    await put(list("10.2.3.4"));
    expect((await put(list("10.9.9.9", address))).status).toBe(204);
    expect(await get()).toMatchObject(list("10.2.3.4"));
  },
);

test("More than four groups, or more than twenty addresses in all of them, are refused", async () => {
  const { put } = await opened();
  const group = (name: number, size: number) => ({
    group_name: `g${name}`,
    ip_list: Array.from({ length: size }, (_, index) => `10.0.${name}.${index}`),
  });
  const groups = (...sizes: number[]) => ({
    enable_whitelist: true,
    whitelist: sizes.map((size, at) => group(at, size)),
  });
  expect((await put(groups(5, 5, 5, 5))).status).toBe(204);
  expect((await put(groups(5, 5, 5, 6))).body.error_code).toBe("DCS.4063");
  expect((await put(groups(1, 1, 1, 1, 1))).body.error_code).toBe("DCS.4063");
});

test("The answer is 200 when that is wanted, as the service has it since late 2024", async () => {
  const { put } = await opened({ whitelistStatus: 200 });
  expect((await put(list("10.2.3.4"))).status).toBe(200);
});

test("A whitelist may take its time to be readable", async () => {
  const { put, get } = await opened({ whitelistMs: 150 });
  await put(list("10.2.3.4"));
  expect(await get()).toMatchObject({ whitelist: [] });
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(await get()).toMatchObject(list("10.2.3.4"));
});

test("3.0 has none", async () => {
  const { put, get } = await opened({}, first());
  expect((await put(list("10.2.3.4"))).body.error_code).toBe("DCS.4872");
  expect(await get()).toMatchObject({ error_code: "DCS.4872" });
});
