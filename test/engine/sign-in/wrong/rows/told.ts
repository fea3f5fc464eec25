import { WRONG_SET_UPS } from "../../../../unit/provider/config/wrong-set-ups";
import type { WrongSetUp } from "../row";

/** What is known before any service is asked; the unit tests have the same rows. */
export const told: readonly WrongSetUp[] = WRONG_SET_UPS.map(({ env, ...row }) => ({
  ...row,
  env: () => env,
  asksNobody: true,
}));
