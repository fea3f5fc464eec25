/**
 * Old codes that do not follow the rule below.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/appendix/error_codes.html
 */
const EXCEPTIONS: Readonly<Record<string, number>> = {
  "111400007": 4006,
  "111404022": 3022,
  "111500069": 4069,
  "111500101": 4101,
  "111500842": 4842,
};

/** First thousand of the new number, by the HTTP status within the old code. */
const THOUSANDS: Readonly<Record<string, number>> = {
  "400": 4000,
  "401": 1000,
  "403": 3000,
  "404": 4000,
  "405": 5000,
  "500": 5000,
};

/** Numbers that never had an old code. */
const NEW_ONLY = new Set([
  2007, 3053, 4007, 4025, 4028, 4030, 4031, 4033, 4049, 4133, 4200, 4201, 4202, 4253, 4300, 4819, 4820, 4821, 4822,
  4838, 4839, 4840, 4841, 4846, 4847, 4848, 4855, 4872, 4875, 4879, 4911, 4918, 4919, 4927, 4930, 4931, 4933, 4935,
  4936, 4937, 4939, 4941, 4942, 4957, 4975, 4998, 4999, 5039, 5040, 5042, 5043, 5045, 5050, 5081, 5094, 5101,
]);

/** The number of a DCS error code in its new or old form: 4026 for `DCS.4026` and for `111400026`. */
export function numberOf(code: string | undefined): number | undefined {
  if (code === undefined) return undefined;
  const current = /^DCS\.\s*(\d{4})$/.exec(code);
  if (current) return Number(current[1]);
  const exception = EXCEPTIONS[code];
  if (exception !== undefined) return exception;
  const old = /^111(\d{3})(\d{3})$/.exec(code);
  const thousand = old && THOUSANDS[old[1] as string];
  return thousand ? thousand + Number(old[2]) : undefined;
}

function oldForm(number: number, status: number | undefined): string | undefined {
  if (NEW_ONLY.has(number)) return undefined;
  const exception = Object.entries(EXCEPTIONS).find(([, twin]) => twin === number);
  const old = exception?.[0] ?? `111${status}${String(number % 1000).padStart(3, "0")}`;
  return numberOf(old) === number ? old : undefined;
}

/** The code as the service wrote it, and its other form if there is one: manuals and tickets use both. */
export function codeForms(code: string, status: number | undefined): string[] {
  const number = numberOf(code);
  if (number === undefined) return [code];
  const current = `DCS.${number}`;
  const old = code.startsWith("111") ? code : oldForm(number, status);
  return old === undefined ? [current] : [current, old];
}
