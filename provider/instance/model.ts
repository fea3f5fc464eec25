import type { CreateInstanceRequest, Instance, ModifyInstanceRequest } from "./api/types";
import { fromBackupPolicy, toBackupPolicy } from "./backup-policy";
import { DEFAULT_WINDOW, SEED } from "./editions";
import type { ArgumentName, InstanceInputs } from "./types";

/** What create needs beyond the inputs: names turned into what the service wants. */
export interface Resolved {
  readonly productId: string;
  readonly zoneIds: readonly string[];
}

const defined = <T extends object>(body: T): T =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as T;

/** Body of the create request: just what is declared, with the names of the API. */
export function toCreateRequest(inputs: InstanceInputs, { productId, zoneIds }: Resolved): CreateInstanceRequest {
  const seed = SEED.versions.includes(inputs.engineVersion);
  return defined<CreateInstanceRequest>({
    name: inputs.name,
    description: inputs.description,
    engine: inputs.engine,
    engine_version: inputs.engineVersion,
    capacity: inputs.capacity,
    password: inputs.password,
    // Unknown to the 3.0 edition, mandatory and a string in the later one.
    no_password_access:
      seed && inputs.noPasswordAccess === undefined ? undefined : String(inputs.noPasswordAccess ?? false),
    vpc_id: inputs.vpcId,
    security_group_id: inputs.securityGroupId,
    subnet_id: inputs.subnetId,
    available_zones: [...zoneIds],
    product_id: productId,
    instance_backup_policy: inputs.instanceBackupPolicy && toBackupPolicy(inputs.instanceBackupPolicy),
    maintain_begin: inputs.maintainBegin,
    maintain_end: inputs.maintainEnd,
    private_ips: inputs.privateIp === undefined ? undefined : [inputs.privateIp],
    port: inputs.port,
    rename_commands: inputs.renameCommands,
    enable_ssl: inputs.enableSsl,
    enable_publicip: inputs.enablePublicip,
    publicip_id: inputs.publicipId,
    enterprise_project_id: inputs.enterpriseProjectId,
    tags: inputs.tags && Object.entries(inputs.tags).map(([key, value]) => ({ key, value })),
  });
}

type BodyOf = (inputs: InstanceInputs, instance: Instance) => ModifyInstanceRequest;

const window: BodyOf = ({ maintainBegin, maintainEnd }) => ({
  maintain_begin: maintainBegin ?? DEFAULT_WINDOW.begin,
  maintain_end: maintainEnd ?? DEFAULT_WINDOW.end,
});

const MODIFIERS: Readonly<Partial<Record<ArgumentName, BodyOf>>> = {
  name: ({ name }) => ({ name }),
  description: ({ description }) => ({ description: description ?? "" }),
  maintainBegin: window,
  maintainEnd: window,
  securityGroupId: ({ securityGroupId }) => ({ security_group_id: securityGroupId }),
  instanceBackupPolicy: ({ instanceBackupPolicy }, instance) => {
    if (instanceBackupPolicy) return { instance_backup_policy: toBackupPolicy(instanceBackupPolicy) };
    // A policy cannot be removed; made manual, it backs up no more. An answer holds more than a request may.
    const kept = fromBackupPolicy(instance);
    return kept ? { instance_backup_policy: toBackupPolicy({ ...kept, backupType: "manual" }) } : {};
  },
};

/** Body of the modify request for the named arguments; empty when nothing is to be sent. */
export function toModifyRequest(
  inputs: InstanceInputs,
  modified: readonly ArgumentName[],
  instance: Instance,
): ModifyInstanceRequest {
  return Object.assign({}, ...modified.map((name) => MODIFIERS[name]?.(inputs, instance)));
}
