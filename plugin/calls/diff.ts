import type { DiffRequest, DiffResponse } from "@pulumi/pulumi/proto/provider_pb";
import { PropertyDiff, DiffResponse as Response } from "@pulumi/pulumi/proto/provider_pb";
import { changedPaths } from "../resources/changed-paths";
import { stables } from "../resources/foreseen";
import { idOf, isShown } from "../resources/resource-kind";
import { stateFor } from "../resources/state";
import { received } from "../values/received";
import type { Configured } from "./configured";

const { Kind } = PropertyDiff;

const KINDS = {
  add: [Kind.ADD, Kind.ADD_REPLACE],
  delete: [Kind.DELETE, Kind.DELETE_REPLACE],
  update: [Kind.UPDATE, Kind.UPDATE_REPLACE],
} as const;

/** Says what an update would change, and how. */
export async function diff(configured: Configured, request: DiffRequest): Promise<DiffResponse> {
  const { of, methods } = configured.offered(request.getUrn());
  const news = received(request.getNews()).values;
  const kept = received(request.getOlds()).values;
  const olds = stateFor(of, kept, received(request.getOldInputs()).values, news);
  const { changes, replaces, updates, deleteBeforeReplace } = await methods.diff(idOf(of, request.getId()), olds, news);
  const response = new Response()
    .setChanges(changes ? Response.DiffChanges.DIFF_SOME : Response.DiffChanges.DIFF_NONE)
    .setDeletebeforereplace(deleteBeforeReplace ?? false);
  if (!changes) return response;
  response.setReplacesList(replaces).setStablesList(replaces.length > 0 ? [] : [...stables(of, updates)]);
  const detailed = response.setHasdetaileddiff(true).getDetaileddiffMap();
  for (const name of new Set([...replaces, ...updates]))
    for (const { path, how } of changedPaths(name, olds[name], news[name])) {
      const [inPlace, replacing] = KINDS[how];
      const kind = replaces.includes(name) ? replacing : inPlace;
      // The engine shows the value before from the outputs, or else from the inputs.
      const isInInputs = !isShown(of, name) && kept[name] === undefined;
      detailed.set(path, new PropertyDiff().setKind(kind).setInputdiff(isInInputs));
    }
  return response;
}
