import { isDeepStrictEqual } from "node:util";
import type { CheckRequest, CheckResponse } from "@pulumi/pulumi/proto/provider_pb";
import { CheckFailure, CheckResponse as Response } from "@pulumi/pulumi/proto/provider_pb";
import type { Failure } from "../../provider/resource/describe/failure";
import type { ResourceKind } from "../resources/resource-kind";
import { type Props, received } from "../values/received";
import { sent } from "../values/sent";
import { type Configured, nameOf, stackOf } from "./configured";

/** An answer to a check. */
export function checked(inputs: Props, secrets: Iterable<string>, failures: readonly Failure[]): CheckResponse {
  const all = failures.map(({ property, reason }) => {
    const failure = new CheckFailure();
    failure.setProperty(property);
    failure.setReason(reason);
    return failure;
  });
  return new Response().setInputs(sent(inputs, secrets)).setFailuresList(all);
}

/** Checks what a program declares. */
export async function check(configured: Configured, request: CheckRequest): Promise<CheckResponse> {
  const urn = request.getUrn();
  const { of, methods } = configured.offered(urn);
  const olds = received(request.getOlds());
  const news = received(request.getNews());
  const secrets = [...of.secrets, ...news.secrets];
  const read = configured.imported.get(urn);
  configured.imported.delete(urn);
  // What `pulumi import` has just read lacks what the service never shows. The program gets it afterwards.
  if (read && isDeepStrictEqual(read, news.values)) return checked(news.values, secrets, []);
  const { inputs, failures, foreseen = {} } = await methods.check(olds.values, named(of, urn, news.values, request));
  configured.foreseen.set(urn, foreseen);
  return checked(inputs, secrets, failures);
}

/** The declaration with the default name of the resource. */
function named({ type }: ResourceKind, urn: string, declared: Props, request: CheckRequest): Props {
  if (type.arguments.name === undefined || declared.name !== undefined) return declared;
  const proposed = request.getAutonaming()?.getProposedName();
  return { name: proposed || `${nameOf(urn)}-${stackOf(urn)}`, ...declared };
}
