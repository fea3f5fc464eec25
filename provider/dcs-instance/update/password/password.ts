import { changePassword } from "../../api/change/in-place";
import type { PasswordAnswer } from "../../api/types";
import { EDITION_3, editionOf } from "../../values/editions";
import { truth } from "../../values/served";
import type { InstanceStep } from "../steps";
import { lockedFor } from "./password-lock";
import { isWithoutReset, reset } from "./password-reset";

const MANUAL_REMEDY =
  'set the declared password in the DCS console, or keep Pulumi away from it with ignoreChanges: ["password"]';

/**
 * What the `result` of an answer means, in lower case: table 4 of the reference.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/instance_management_apis/changing_the_password_of_a_dcs_instance.html
 */
const REFUSALS: Readonly<Record<string, (answer: PasswordAnswer) => string>> = {
  passwordfailed: ({ retry_times_left: left }) =>
    `the password in Pulumi's state is not the one the instance has, so it was changed outside of Pulumi${
      left ? `; ${left} tries are left before it is locked` : ""
    }: ${MANUAL_REMEDY}`,
  locked: lockedFor,
  failed: ({ message }) => `the service could not do it${message ? ` (${message})` : ""}: run \`pulumi up\` again`,
};

const SILENT = "the service did not say whether it did: run `pulumi up` again, which finds out";

const resultOf = (answer: PasswordAnswer | undefined): string => String(answer?.result ?? "").toLowerCase();

const isRefused = (answer: PasswordAnswer | undefined): boolean => !["success", ""].includes(resultOf(answer));

const refusal = (answer: PasswordAnswer | undefined): Error => {
  const reason = REFUSALS[resultOf(answer)]?.(answer as PasswordAnswer) ?? SILENT;
  return new Error(`password: ${reason}`);
};

/**
 * Gives the instance the declared password, or none. The old password is used where it is known, because every service can
 * do that. A reset, which needs none, does the rest.
 */
export async function setPassword(step: InstanceStep): Promise<void> {
  const { live, state, declared } = step;
  const isFree = truth(live.no_password_access ?? false);
  const before = state.password;
  const isKnown = before !== undefined && before !== declared.password && !isFree;
  if (declared.noPasswordAccess !== true && isKnown) await replace(step);
  else await reset(step);
}

async function replace(step: InstanceStep): Promise<void> {
  const { service, id, live, state, declared, deadline } = step;
  const before = state.password as string;
  const wanted = declared.password as string;
  const change = (from: string, to: string) => changePassword(service, id, { from, to }, { deadline });
  let answer = await change(before, wanted);
  // The answer says nothing. The answer to a second call shows whether the first one changed the password.
  if (resultOf(answer) === "") answer = await change(before, wanted);
  if (resultOf(answer) === "success") return;
  // Five wrong passwords lock the instance, so the old one is tried only once where a reset does without.
  const resets = resultOf(answer) === "passwordfailed" && editionOf(live.engine_version) !== EDITION_3;
  if (resets && (await resetIfServed(step))) return;
  // An interrupted update may have set the wanted password. The password cannot be read, but a change back succeeds only
  // in that case. This is not tried if a further wrong password would lock the instance.
  const maybeDone = resultOf(answer) === "passwordfailed" && Number(answer?.retry_times_left ?? 5) > 1;
  if (!maybeDone || isRefused(await change(wanted, before))) throw refusal(answer);
  // An empty answer counts as success here: this service has just reported a failure, so it would report one again.
  const again = await change(before, wanted);
  if (isRefused(again)) throw refusal(again);
}

/** Resets the password. False if the service has no such call. */
async function resetIfServed(step: InstanceStep): Promise<boolean> {
  try {
    await reset(step);
    return true;
  } catch (error) {
    if (isWithoutReset(error)) return false;
    throw error;
  }
}
