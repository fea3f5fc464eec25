import { EVERYTHING } from "./everything";

const leftOut: unknown = Object.assign(() => {}, { each: () => () => {} });

/** A test of `npm run test:all`; `npm test` shows the same behaviour elsewhere or by fewer rows. */
export const longTest = (EVERYTHING ? test : leftOut) as jest.It;

/** Tests of `npm run test:all`, with their set-up. */
export const longDescribe = (EVERYTHING ? describe : leftOut) as jest.Describe;

/** What `npm test` takes of a table: the rows that are the first of their kind. */
export const firstOfEach = <T>(rows: readonly T[], kindOf: (row: T) => unknown): readonly T[] =>
  EVERYTHING ? rows : rows.filter((row) => rows.find((other) => kindOf(other) === kindOf(row)) === row);
