import type { SchemaObject } from "ajv";
import { EDITION_7, HOURS, WINDOWS } from "../../values/editions";

interface Words {
  readonly rule: (when: SchemaObject[], then: SchemaObject) => SchemaObject;
  readonly has: (property: string, value: SchemaObject) => SchemaObject;
}

/**
 * Rules of the name and of the maintenance window. They depend on the version of the API that creates the instance: version
 * 2 takes a name with a digit in front, and windows of one hour beside those of four.
 */
export function createRules({ rule, has }: Words): SchemaObject[] {
  // The pattern excludes a version that is not known yet.
  const byVersion1: SchemaObject = {
    allOf: [
      has("engineVersion", { type: "string", pattern: "^\\d+(\\.\\d+)*$", not: { enum: [...EDITION_7.versions] } }),
      { not: { required: ["templateId"] } },
    ],
  };
  const ends = (ofBegin: (begin: string) => readonly string[], remedy: (begin: string, end: string) => string) =>
    HOURS.map((begin) => [begin, ofBegin(begin)] as const)
      .filter(([, found]) => found.length > 0)
      .map(([begin, found]) =>
        rule([has("maintainBegin", { const: begin })], {
          properties: { maintainEnd: { enum: [...found], remedy: remedy(begin, found.join(" or ")) } },
        }),
      );
  const fourHours = (begin: string): string[] => [WINDOWS[begin] ?? []].flat();
  const oneHour = (begin: string): string => HOURS[(HOURS.indexOf(begin) + 1) % HOURS.length] as string;
  return [
    {
      if: byVersion1,
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {
        properties: {
          name: {
            pattern: "^\\D",
            remedy:
              'use 4 to 64 letters, digits, "_" and "-", starting with a letter; the default is "<resource name>-<stack>": set `name` if that does not fit',
          },
          maintainBegin: { enum: Object.keys(WINDOWS) },
          maintainEnd: { enum: Object.values(WINDOWS) },
        },
        allOf: ends(fourHours, (begin, end) => `the window is four hours long: with ${begin} it ends at ${end}`),
      },
      else: {
        properties: { maintainBegin: { enum: [...HOURS] }, maintainEnd: { enum: [...HOURS] } },
        allOf: ends(
          (begin) => [oneHour(begin), ...fourHours(begin)],
          (begin, end) => `with ${begin} the window ends at ${end}`,
        ),
      },
    },
  ];
}
