import createRouter from "find-my-way";
import { dcsRoutes, dcsV2Routes, downloadRoutes, iamRoutes, type Route } from "../dcs/routes";
import { authorizeDcs } from "../iam/caller/access";
import { ServiceError } from "../service/errors";
import type { Answer, Call } from "../world/call/call";

interface Match {
  readonly handler: Route["handler"];
  readonly needsProject: boolean;
}

const methods = ["GET", "POST", "PUT", "DELETE"] as const;

/** Finds the handler of each call and lets it answer; throws what the service refuses. */
export function serviceRouter(): (call: Omit<Call, "params" | "scope">) => Promise<Answer> {
  const router = createRouter({ ignoreTrailingSlash: true, ignoreDuplicateSlashes: true });
  const matches = new Map<unknown, Match>();
  const add = (route: Route, needsProject: boolean) => {
    const key = () => {};
    matches.set(key, { handler: route.handler, needsProject });
    router.on(route.method, route.path, key);
  };
  for (const route of [...iamRoutes, ...downloadRoutes]) add(route, false);
  for (const route of [...dcsRoutes, ...dcsV2Routes]) add(route, true);

  return async (call) => {
    const method = methods.find((name) => name === call.method);
    const found = method === undefined ? null : router.find(method, call.path);
    const match = matches.get(found?.handler);
    if (found === null || match === undefined) {
      throw new ServiceError(methods.some((name) => router.find(name, call.path) !== null) ? 5001 : 4001);
    }
    const complete: Call = { ...call, params: found.params };
    return match.handler(match.needsProject ? { ...complete, scope: authorizeDcs(complete) } : complete);
  };
}
