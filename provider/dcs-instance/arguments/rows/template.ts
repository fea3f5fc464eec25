import { chosen, type InstanceArgument, replace } from "../row/instance-argument";

/** What the parameters of a new instance begin with. */
export const TEMPLATE = {
  templateId: {
    since: "4.0",
    schema: {
      type: "string",
      pattern: "^\\d+$|^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
      remedy: 'use the id of a parameter template: a number such as "11" for one of the system, a UUID for your own',
    },
    change: chosen(
      replace(
        "is used only while the instance is created",
        "leave templateId as it is, or remove it, and change single parameters in place",
      ),
    ),
    answered: false,
    toCreate: ({ templateId }) => ({ template_id: templateId }),
  },
} as const satisfies Readonly<Record<string, InstanceArgument>>;
