import type { ReadRequest, ReadResponse } from "@pulumi/pulumi/proto/provider_pb";
import { ReadResponse as Response } from "@pulumi/pulumi/proto/provider_pb";
import { importInputs } from "../../provider/resource/check/import-inputs";
import { asImported, importedAsBefore } from "../resources/imported";
import { idOf } from "../resources/resource-kind";
import { stateFor, stateToKeep } from "../resources/state";
import { received } from "../values/received";
import { sent } from "../values/sent";
import type { Configured } from "./configured";

/** Reads a resource: for a refresh, or, without a state, for an import or for a program that only looks at it. */
export async function read(configured: Configured, request: ReadRequest): Promise<ReadResponse> {
  const { of, methods } = configured.offered(request.getUrn());
  const given = request.getId();
  const before = received(request.getProperties());
  const oldInputs = received(request.getInputs());
  if (Object.keys(before.values).length === 0) return readFirst(configured, request);
  const found = await methods.read(idOf(of, given), stateFor(of, before.values, oldInputs.values));
  if (!found.id) return new Response();
  const secrets = [...of.secrets, ...before.secrets, ...oldInputs.secrets];
  const inputs = found.inputs ?? {};
  const state = { ...stateToKeep(of, found.props ?? {}, inputs), ...importedAsBefore(before.values) };
  return new Response().setId(found.id).setProperties(sent(state, secrets)).setInputs(sent(inputs, secrets));
}

async function readFirst(configured: Configured, request: ReadRequest): Promise<ReadResponse> {
  const { of, methods } = configured.offered(request.getUrn());
  // The method understands an id that names the place of the resource as well.
  const { props = {} } = await methods.read(request.getId(), {});
  const id = idOf(of, request.getId());
  const inputs = { ...(await importInputs(of.type, configured.run, id, props)) };
  configured.imported.set(request.getUrn(), inputs);
  return new Response()
    .setId(id)
    .setProperties(sent(stateToKeep(of, asImported(props, inputs), inputs), of.secrets))
    .setInputs(sent(inputs, of.secrets));
}
