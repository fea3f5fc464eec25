import type {
  CreateRequest,
  CreateResponse,
  DeleteRequest,
  UpdateRequest,
  UpdateResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { CreateResponse as Created, UpdateResponse as Updated } from "@pulumi/pulumi/proto/provider_pb";
import { heardBy } from "../../provider/process/log";
import { foreseenCreate, foreseenUpdate } from "../resources/foreseen";
import { idOf } from "../resources/resource-kind";
import { stateFor, stateToKeep } from "../resources/state";
import { timeoutFor } from "../resources/timeout";
import { received } from "../values/received";
import { sent } from "../values/sent";
import type { Configured } from "./configured";
import { keepingState } from "./partial";

/** Creates a resource, or says in a preview what is known of it. */
export async function create(configured: Configured, request: CreateRequest): Promise<CreateResponse> {
  const { of, methods } = configured.offered(request.getUrn());
  const { values, secrets } = received(request.getProperties());
  const message = (state: object) => sent({ ...state }, [...of.secrets, ...secrets]);
  if (request.getPreview()) {
    const foreseen = configured.foreseen.get(request.getUrn()) ?? {};
    return new Created().setProperties(message(foreseenCreate(of, values, foreseen)));
  }
  const made = await keepingState(
    () => methods.create({ ...values, ...timeoutFor("create", request.getTimeout()) }),
    (state) => message(stateToKeep(of, state, values)),
  );
  return new Created().setId(made.id).setProperties(message(stateToKeep(of, made.outs ?? {}, values)));
}

/** Changes a resource in place, or says in a preview what is known of the result. */
export async function update(configured: Configured, request: UpdateRequest): Promise<UpdateResponse> {
  const { of, methods } = configured.offered(request.getUrn());
  const id = idOf(of, request.getId());
  const news = received(request.getNews());
  const before = received(request.getOlds());
  const olds = stateFor(of, before.values, received(request.getOldInputs()).values, news.values);
  const message = (state: object) => sent({ ...state }, [...of.secrets, ...news.secrets]);
  if (request.getPreview()) {
    // The lines about this change were shown when the engine asked for the difference.
    const { replaces, updates } = await heardBy(
      () => {},
      () => methods.diff(id, olds, news.values),
    );
    return new Updated().setProperties(
      message(foreseenUpdate(of, before.values, news.values, [...replaces, ...updates])),
    );
  }
  const made = await keepingState(
    () => methods.update(id, olds, { ...news.values, ...timeoutFor("update", request.getTimeout()) }),
    (state) => message(stateToKeep(of, state, news.values)),
  );
  return new Updated().setProperties(message(stateToKeep(of, made.outs ?? {}, news.values)));
}

/** Deletes a resource and waits until it is gone. */
export async function remove(configured: Configured, request: DeleteRequest): Promise<void> {
  const { of, methods } = configured.offered(request.getUrn());
  const olds = stateFor(of, received(request.getProperties()).values, received(request.getOldInputs()).values);
  await methods.delete(idOf(of, request.getId()), { ...olds, ...timeoutFor("delete", request.getTimeout()) });
}
