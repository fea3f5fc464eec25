import { asProduct, listFlavors } from "../../../provider/dcs-instance/api/region/flavors";
import type { AvailableZone, Product } from "../../../provider/dcs-instance/api/types";
import { toCreateRequest } from "../../../provider/dcs-instance/conversion/create-request";
import { isCreatedByV2, toCreateRequestV2 } from "../../../provider/dcs-instance/conversion/create-request-v2";
import { productFor } from "../../../provider/dcs-instance/conversion/offers";
import { remoteChecks } from "../../../provider/dcs-instance/preview/remote-checks";
import type { InstanceInputs } from "../../../provider/dcs-instance/values/types";
import type { RunClient } from "../../../provider/process/configuration";
import { type Client, started } from "../emulator/support/client";
import { ARGUMENTS, validate } from "../support/kit";
import { aRun } from "../support/scripted";
import { refusalOfParameters, refusalOfWhitelist } from "./after-create";
import type { Arguments } from "./sound-inputs";

/** The provider's check on one side, the local DCS on the other. */
export interface BothSides {
  /** What check says against the inputs, property by property; empty when it accepts them. */
  refusalsOfCheck(inputs: Arguments): Promise<string[]>;
  /** How the local DCS refuses the create request, or `undefined` when it takes the order. */
  refusalOfService(inputs: Arguments): Promise<string | undefined>;
  close(): Promise<void>;
}

function dcsClientOf(client: Client): RunClient {
  return aRun().attach({
    region: "eu-de",
    projectId: async () => "10ca110ca110ca110ca110ca110ca110",
    endpoint: async () => client.emulator.url,
    download: () => Promise.reject(new Error("nothing is downloaded")),
    request: async <T>({ path }: { path: string }) => {
      const ofProject = /^\/v2\/\{project_id\}(\/.*)$/.exec(path)?.[1];
      const answer = ofProject === undefined ? await client.region(path) : await client.v2("GET", ofProject);
      return answer.body as unknown as T;
    },
  });
}

const PRODUCT_3_0: Readonly<Record<string, string>> = {
  single: "OTC_DCS_SINGLE",
  ha: "OTC_DCS_MS",
  cluster: "OTC_DCS_CL",
};

// As create would order it, but without the refusals of its own look-ups.
function bodyOf(inputs: Arguments, zones: readonly AvailableZone[], products: readonly Product[]): Arguments {
  const typed = inputs as unknown as InstanceInputs;
  const looked =
    inputs.engineVersion === "3.0" ? PRODUCT_3_0[String(inputs.cacheMode)] : productFor(products, typed)?.product_id;
  const productId = (inputs.productId ?? looked) as string;
  const wanted = Array.isArray(inputs.availableZones) ? inputs.availableZones : [];
  const zoneIds = wanted.map((zone) => zones.find(({ code }) => code === zone)?.id ?? zone);
  if (!isCreatedByV2(typed)) return { ...toCreateRequest(typed, { productId, zoneIds }) };
  const zoneCodes = wanted.map((zone) => zones.find(({ id }) => id === zone)?.code ?? zone);
  const order = toCreateRequestV2(typed, { productId: String(productId ?? ""), zoneIds, zoneCodes });
  // The conversion makes a boolean of it, also of what is none.
  return { ...order, no_password_access: inputs.noPasswordAccess ?? false };
}

// TLS is no part of the order. It is switched as soon as the instance serves; a cluster is then busy for a while.
async function refusalOfTls(client: Client, id: string, enabled: unknown): Promise<string | undefined> {
  if (enabled === undefined) return undefined;
  const { status, body } = await client.v2("PUT", `/instances/${id}/ssl`, { enabled });
  return status === 200 || body.error_code === "DCS.4104" ? undefined : `${status} ${JSON.stringify(body)}`;
}

const AFTER_CREATE = ["parameters", "whitelist", "enableWhitelist", "enableSsl"];

async function refusalAfterCreate(client: Client, id: string, inputs: Arguments): Promise<string | undefined> {
  await client.running(id);
  return (
    (await refusalOfParameters(client, id, inputs)) ??
    (await refusalOfWhitelist(client, id, inputs)) ??
    (await refusalOfTls(client, id, inputs.enableSsl))
  );
}

export async function openBothSides(): Promise<BothSides> {
  const client = await started({ createMs: 0, instanceQuota: 10_000 });
  const dcs = dcsClientOf(client);
  const { available_zones: zones } = await dcs.request<{ available_zones: AvailableZone[] }>({
    method: "GET",
    path: "/v1.0/availableZones",
    purpose: "",
  });
  const { products } = await dcs.request<{ products: Product[] }>({
    method: "GET",
    path: "/v1.0/products",
    purpose: "",
  });
  const flavors = (await listFlavors(dcs)).map(asProduct);
  return {
    refusalsOfCheck: async (inputs) => {
      const invalid = validate(inputs);
      const unsound = new Set(invalid.map(({ property }) => property.split(/[.[]/)[0]));
      const judged = Object.entries(ARGUMENTS).filter(([name]) => inputs[name] !== undefined && !unsound.has(name));
      const failures = [
        ...invalid,
        ...judged.flatMap(([name, { judge }]) => judge?.(inputs[name], inputs, false) ?? []),
      ];
      const broken = new Set(failures.map(({ property }) => property.split(/[.[]/)[0]));
      const sound = Object.fromEntries(Object.entries(inputs).filter(([name]) => !broken.has(name)));
      const live = await remoteChecks(() => dcs, sound, {});
      return [...failures, ...live.failures].map(({ property, reason }) => `${property}: ${reason}`);
    },
    refusalOfService: async (inputs) => {
      const byV2 = isCreatedByV2(inputs as unknown as InstanceInputs);
      const order = bodyOf(inputs, zones, byV2 ? flavors : products);
      const { status, body } = await (byV2 ? client.v2 : client.dcs).call(client, "POST", "/instances", order);
      if (status !== 200) return `${status} ${JSON.stringify(body)}`;
      const id = String(body.instance_id ?? body.instances?.[0]?.instance_id);
      const refused = AFTER_CREATE.some((name) => inputs[name] !== undefined)
        ? await refusalAfterCreate(client, id, inputs)
        : undefined;
      // Quotas add up what there is.
      await client.emulator.remove(id);
      return refused;
    },
    close: () => client.emulator.close(),
  };
}
