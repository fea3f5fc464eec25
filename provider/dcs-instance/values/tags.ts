import type { Instance, Tag } from "../api/types";

/** Tags as the service takes them. */
export const tagsOf = (tags: Readonly<Record<string, string>>): Tag[] =>
  Object.entries(tags).map(([key, value]) => ({ key, value }));

/** The tags somebody could have declared: the service marks instances for its own purposes, too. */
export const declarableTags = ({ tags }: Instance): Tag[] | undefined =>
  tags?.filter(({ key }) => !key.startsWith("_sys_"));
