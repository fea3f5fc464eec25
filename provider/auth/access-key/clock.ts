import type { ApiError } from "../../http/errors/api-error";

/** Minutes. A signature is accepted for 15, and some of that time passes on the way. */
const NOTEWORTHY = 10;

/** What to do about a wrong clock, if the time of the service's answer shows that it is wrong. */
export function clockRemedy({ serverTime }: ApiError, now = Date.now()): string | undefined {
  if (serverTime === undefined) return undefined;
  const ahead = Math.round((now - serverTime) / 60_000);
  if (Math.abs(ahead) < NOTEWORTHY) return undefined;
  const difference = `${Math.abs(ahead)} minutes ${ahead > 0 ? "ahead of" : "behind"}`;
  return `the clock of this machine is ${difference} the service's, and a signature is good for 15 minutes: set the clock, e.g. by turning on time synchronization, and run again`;
}
