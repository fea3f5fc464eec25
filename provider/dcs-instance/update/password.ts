import { changePassword } from "../api/in-place";
import type { PasswordAnswer } from "../api/types";
import type { InstanceStep } from "./steps";

const MENDED_BY_HAND =
  'set the declared password in the DCS console, or keep Pulumi away from it with ignoreChanges: ["password"]';

const minutes = (text: string | null | undefined): string => (Number(text) > 0 ? `${Number(text)} minutes` : "a while");

/** What the service says in a successful answer, by its `result` in lower case. Reference: Changing the Password, table 4. */
const REFUSALS: Readonly<Record<string, (answer: PasswordAnswer) => string>> = {
  passwordfailed: ({ retry_times_left: left }) =>
    `the password in Pulumi's state is not the one the instance has, so it was changed outside of Pulumi${
      left ? `; ${left} tries are left before it is locked` : ""
    }: ${MENDED_BY_HAND}`,
  locked: ({ lock_time_left, lock_time }) =>
    `after too many wrong passwords the service takes no new one for ${minutes(lock_time_left ?? lock_time)}: run \`pulumi up\` again then`,
  failed: ({ message }) => `the service could not do it${message ? ` (${message})` : ""}: run \`pulumi up\` again`,
};

const SILENT = "the service did not say whether it did: run `pulumi up` again, which finds out";

const resultOf = (answer: PasswordAnswer | undefined): string => String(answer?.result ?? "").toLowerCase();

const isRefused = (answer: PasswordAnswer | undefined): boolean => !["success", ""].includes(resultOf(answer));

const refusal = (answer: PasswordAnswer | undefined): Error => {
  const reason = REFUSALS[resultOf(answer)]?.(answer as PasswordAnswer) ?? SILENT;
  return new Error(`password: ${reason}`);
};

/** Changes the password from that of the state to the declared one. */
export async function replacePassword({ service, id, state, declared, deadline }: InstanceStep): Promise<void> {
  const before = state.password as string;
  const wanted = declared.password as string;
  const change = (from: string, to: string) => changePassword(service, id, { from, to }, { deadline });
  let answer = await change(before, wanted);
  // An answer that says nothing: the next one tells whether the first change was made.
  if (resultOf(answer) === "") answer = await change(before, wanted);
  if (resultOf(answer) === "success") return;
  // The wanted one may be in effect since an update that was interrupted. The service cannot be asked for it; whether it
  // takes a change back tells. That is not worth being locked for.
  const maybeDone = resultOf(answer) === "passwordfailed" && Number(answer?.retry_times_left ?? 5) > 1;
  if (!maybeDone || isRefused(await change(wanted, before))) throw refusal(answer);
  // A service that is silent when it did what it was asked speaks when it did not, as it just has.
  const again = await change(before, wanted);
  if (isRefused(again)) throw refusal(again);
}
