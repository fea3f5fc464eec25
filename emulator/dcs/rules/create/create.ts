import { type Generation, resolveVersion, type Version } from "../../../catalogue/edition";
import type { LiveCatalogue } from "../../../catalogue/live";
import type { Product } from "../../../catalogue/products";
import { ServiceError } from "../../../service/errors";
import { isUnset, type JsonObject, requireUuid } from "../../../service/values";
import type { CreateOrder } from "../../../world/records/create-order";
import { readBackupPolicy } from "../fields/backup-policy";
import { checkDescription, checkName, checkWindow } from "../fields/common";
import { checkPassword } from "../fields/password";
import { checkCurrentFields, checkPasswordFree, refuseCurrentFields } from "./current-fields";
import { checkProduct, findProduct } from "./product";
import { checkZones } from "./zones";

function checkCapacity(value: unknown, product: Product | undefined): number {
  if (typeof value !== "number" || value <= 0) throw new ServiceError(4012);
  if (product !== undefined && !product.capacities.includes(value)) throw new ServiceError(4012);
  return value;
}

function readPassword(body: JsonObject, version: Version): string {
  const { password } = body;
  const first = version.edition === "first";
  const passwordFree = !first && checkPasswordFree(body.no_password_access);
  if (passwordFree) {
    if (isUnset(password)) return "";
    throw new ServiceError(4845, "", "A password-free instance takes no password.");
  }
  if (isUnset(password)) throw new ServiceError(first ? 4019 : 4845);
  if (typeof password !== "string") throw new ServiceError(4019);
  checkPassword(password, version.edition);
  return password;
}

/** Needed by 3.0; later editions take any text and make nothing of it. */
function readSecurityGroup(value: unknown, version: Version): string | null {
  if (version.edition === "first") return requireUuid(value, 4014);
  if (!isUnset(value) && typeof value !== "string") throw new ServiceError(4014);
  return null;
}

interface Where {
  readonly catalogue: LiveCatalogue;
  readonly region: string;
  readonly generation?: Generation;
}

/** Checks a request field by field in the order of the reference's table; the first broken rule is the answer. */
export function checkCreate(body: JsonObject, { catalogue, region, generation = "v1.0" }: Where): CreateOrder {
  const name = checkName(body.name, generation);
  const description = checkDescription(body.description);
  if (body.engine !== "Redis") throw new ServiceError(4006);
  const version = resolveVersion(body.engine_version, generation);
  const found = findProduct(body, catalogue.products());
  const suitable = found?.engineVersions.includes(version.engineVersion) ? found : undefined;
  const capacity = checkCapacity(body.capacity, suitable);
  const password = readPassword(body, version);
  const vpcId = requireUuid(body.vpc_id, 4013);
  const securityGroupId = readSecurityGroup(body.security_group_id, version);
  const subnetId = requireUuid(body.subnet_id, 4016);
  const zoneIds = checkZones(body.available_zones, suitable, { catalogue, region });
  const product = checkProduct(body, found, version);
  const backupPolicy = readBackupPolicy(body.instance_backup_policy, product);
  const window = checkWindow(body, generation);
  const fields = version.edition === "first" ? refuseCurrentFields(body) : checkCurrentFields(body, product.cacheMode);
  return {
    ...fields,
    name,
    description,
    version,
    product,
    capacity,
    password,
    vpcId,
    subnetId,
    securityGroupId,
    zoneIds,
    window,
    backupPolicy,
  };
}
