/** Whether all is to be played (`npm run test:all` and the long runs), or the short choice of `npm test`. */
export const EVERYTHING = process.env.TESTS === "all" || process.env.UPDATE_DOCS !== undefined;
