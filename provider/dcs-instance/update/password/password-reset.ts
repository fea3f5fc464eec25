import { ApiError, reworded } from "../../../http/errors/api-error";
import { resetPassword } from "../../api/change/password-reset";
import { isWithoutCall } from "../../api/change/without-call";
import type { InstanceStep } from "../steps";
import { lockedFor } from "./password-lock";

const UNSUPPORTED = 4839;

const WITHOUT_RESET =
  'this service cannot set a password without the old one: declare password and noPasswordAccess as they were, or have the cache replaced with replaceOnChanges: ["password", "noPasswordAccess"], which loses its data';

/** The service, or the instance, has no call that resets a password. */
export const isWithoutReset = (error: unknown): error is ApiError =>
  isWithoutCall(error) || (error instanceof ApiError && error.number === UNSUPPORTED);

/** What a code of the answer means, if not success. */
const REFUSALS: Readonly<Record<string, typeof lockedFor>> = { "3": lockedFor };

/** Gives the instance the declared password, or takes the password away. Needs no old password, and may be repeated. */
export async function reset({ service, id, declared, deadline }: InstanceStep): Promise<void> {
  const isFree = declared.noPasswordAccess === true;
  const body = isFree ? { no_password_access: true } : { new_password: declared.password as string };
  const answer = await resetPassword(service, id, body, { deadline }).catch((error) => {
    throw isWithoutReset(error) ? reworded(error, { remedy: WITHOUT_RESET }) : error;
  });
  const code = String(answer?.code ?? "");
  if (code === "1") return;
  const said = answer?.message ? ` (${answer.message})` : "";
  const unknown = `the service did not confirm it, and answered code ${code || "none"}${said}: run \`pulumi up\` again`;
  const reason = answer && REFUSALS[code] ? REFUSALS[code](answer) : unknown;
  throw new Error(`${isFree ? "noPasswordAccess" : "password"}: ${reason}`);
}
