import { ApiError } from "../http/errors/api-error";
import type { ExplainCode } from "../http/errors/explained-code";
import { fieldIn } from "./codes/fields";
import { BILLING_CODES, BUSY_CODES, BUSY_NUMBERS, ERROR_CODES, GATEWAY_CODES, NOT_FOUND_NUMBERS } from "./error-codes";
import { codeForms, numberOf } from "./error-number";

/** Explains a code of DCS or of the API gateway in front of it. */
export const explainCode: ExplainCode = (code, status, said) => {
  const number = numberOf(code);
  if (number !== undefined) {
    const row = ERROR_CODES[number];
    return { number, forms: codeForms(code, status), ...row, field: fieldIn(said) };
  }
  return BILLING_CODES[code] ?? GATEWAY_CODES[/^APIGW?\.(\d{4})$/.exec(code)?.[1] ?? ""] ?? {};
};

/** The service does not know the instance, or no longer knows it. */
export const isNotFound = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.number !== undefined && NOT_FOUND_NUMBERS.has(error.number);

/** The instance is busy; the same call succeeds later. */
export const isBusy = (error: unknown): error is ApiError =>
  error instanceof ApiError &&
  ((error.number !== undefined && BUSY_NUMBERS.has(error.number)) || BUSY_CODES.has(error.code ?? ""));

/** The service answered and refused, for another reason than the sign-in. */
export const isRefused = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.kind === "http" && error.status !== 401;

const NAME_TAKEN = 4060;

/** An instance of this name exists already. */
export const isNameTaken = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.number === NAME_TAKEN;
