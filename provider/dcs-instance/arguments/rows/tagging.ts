import type { Tag, Tagged } from "../../api/features/tagging";
import { entries, isEmpty, sameBy } from "../../values/meanings";
import { answered } from "../../values/served";
import type { InstanceArgument } from "../row/instance-argument";

/** Tags as requests contain them. */
export const tagList = (tags: Readonly<Record<string, string>>): Tag[] =>
  Object.entries(tags).map(([key, value]) => ({ key, value }));

/** The tags that users can set. The service adds tags for its own purposes. */
export const declarable = ({ tags }: Tagged): Tag[] | undefined => tags?.filter(({ key }) => !key.startsWith("_sys_"));

/** How an instance is tagged. */
export const TAGGING = {
  tags: {
    since: "4.0",
    schema: {
      type: "object",
      maxProperties: 20,
      propertyNames: {
        pattern: "^(?!_sys_)(?! )[\\p{L}\\p{N} _.:=+@-]{1,36}(?<! )$",
        remedy: 'tag keys are 1 to 36 letters, digits, spaces and _.:=+-@, not starting with "_sys_"',
      },
      additionalProperties: {
        type: "string",
        pattern: "^[\\p{L}\\p{N} _.:=+@/-]{0,43}$",
        remedy: "tag values are up to 43 letters, digits, spaces and _.:/=+-@",
      },
      remedy: "use at most 20 tags",
    },
    change: { how: "tag" },
    same: sameBy("tags", entries),
    toCreate: ({ tags }) => ({ tags: tags && tagList(tags) }),
    served: (live) =>
      answered(declarable(live), (tags) =>
        tags.length > 0 ? Object.fromEntries(tags.map(({ key, value }) => [key, value ?? ""])) : undefined,
      ),
    implied: isEmpty,
  },
} as const satisfies Readonly<Record<string, InstanceArgument>>;
