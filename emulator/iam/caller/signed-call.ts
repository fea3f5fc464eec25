import { gatewayError } from "../../service/errors";
import type { AccessKey, TemporaryKey } from "../../world/accounts/keys";
import type { Principal } from "../../world/accounts/principal";
import { type Call, header } from "../../world/call/call";
import { expectedSignature, payloadHash } from "./signature";

const form =
  /^SDK-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]*)\/([^/]*)\/sdk_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
const toleranceMs = 15 * 60 * 1000;

/** Whether a call is to be judged by its signature. */
export function isSigned(call: Call): boolean {
  return (header(call, "authorization") ?? "").startsWith("SDK-HMAC-SHA256");
}

/** A refusal of the API gateway. */
export function refusedByGateway(call: Call, reason: string): Error {
  return gatewayError(401, "APIGW.0301", `Incorrect IAM authentication information: ${reason}`, call.requestId);
}

function dateOf(stamp: string): number {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp) ?? [];
  return Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s));
}

/** What of the Authorization header the signature is re-computed from. */
interface Given {
  readonly day: string;
  readonly region: string;
  readonly service: string;
  readonly names: string;
  readonly signature: string;
}

type Rule = readonly [reason: string, broken: (call: Call, given: Given, key: AccessKey | TemporaryKey) => boolean];

const badSignature = "verify aksk signature fail";
const badToken = "decrypt token fail";

/** Why a signed call may be refused, in the order in which it is looked at. */
const rules: readonly Rule[] = [
  [
    "x-sdk-date expired",
    (call) => !(Math.abs(call.world.clock.now() - dateOf(header(call, "x-sdk-date") ?? "")) <= toleranceMs),
  ],
  [badSignature, (call, { day }) => !(header(call, "x-sdk-date") ?? "").startsWith(day)],
  [badSignature, (_, { names }) => !["host", "x-sdk-date"].every((name) => names.split(";").includes(name))],
  // The hash may come ready-made, but it has to be that of the body.
  [badSignature, (call) => (header(call, "x-sdk-content-sha256") ?? payloadHash(call)) !== payloadHash(call)],
  [badSignature, (call, given, key) => given.signature !== signatureOf(call, given, key)],
  [badToken, (call, _, key) => securityTokenIsWrong(call, key)],
];

function signatureOf(call: Call, { day, region, service, names }: Given, { secret }: AccessKey): string | undefined {
  const signedHeaders = names.toLowerCase().split(";").sort();
  try {
    return expectedSignature(call, { secretKey: secret, day, region, service, signedHeaders });
  } catch {
    // The path holds something that is no percent-encoding.
    return undefined;
  }
}

function securityTokenIsWrong(call: Call, key: AccessKey | TemporaryKey): boolean {
  const given = header(call, "x-security-token");
  if (!("securityToken" in key)) return given !== undefined;
  return given !== key.securityToken || call.world.keys.expired(key);
}

/** Re-computes the signature of a call; answers who signed it, or refuses as the API gateway does. */
export function verifySignature(call: Call): Principal {
  const { keys } = call.world;
  const match = form.exec(header(call, "authorization") ?? "");
  if (match === null) throw refusedByGateway(call, badSignature);
  const [, access = "", day = "", region = "", service = "", names = "", signature = ""] = match;
  const key = keys.find(access);
  // A temporary key is found by its security token.
  if (key === undefined || ("securityToken" in key && header(call, "x-security-token") === undefined)) {
    throw refusedByGateway(call, `Get secretKey failed,ak:${access},err:ak not exist`);
  }
  if (keys.locked(access)) throw refusedByGateway(call, "AK access failed to reach the limit,forbidden");
  const given = { day, region, service, names, signature };
  const broken = rules.find(([, isBroken]) => isBroken(call, given, key));
  keys.note(access, broken === undefined);
  if (broken !== undefined) throw refusedByGateway(call, broken[0]);
  return key.principal;
}
