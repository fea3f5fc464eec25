import { ServiceError } from "../../../service/errors";
import { jsonBody } from "../../../world/call/body";
import { type Answer, type Call, noContent, ok } from "../../../world/call/call";
import { checkTags } from "../../rules/create/current-fields";
import { instanceOf } from "./instances";

/** Adds tags, or takes them away by their keys. */
export function changeTags(call: Call): Answer {
  const instance = instanceOf(call);
  const { action, tags } = jsonBody(call);
  if (action !== "create" && action !== "delete") throw new ServiceError(4062, "action");
  const given = checkTags(tags, { key: 128, value: 255 });
  if (given.length === 0) throw new ServiceError(4062, "tags");
  const others = instance.tags.filter(({ key }) => !given.some((tag) => tag.key === key));
  const wanted = action === "create" ? [...others, ...given] : others;
  instance.tags = checkTags(wanted, { key: 128, value: 255 });
  return noContent;
}

export function readTags(call: Call): Answer {
  return ok({ tags: instanceOf(call).tags });
}
