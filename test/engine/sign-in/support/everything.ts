/** Whether all combinations are to be played (`npm run sign-in`), or the short choice of `npm test`. */
export const EVERYTHING = process.env.SIGN_IN_TESTS === "all";
