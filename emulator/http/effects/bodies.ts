import { STATUS_CODES } from "node:http";
import type { ErrorBody } from "../../faults/fault";

interface Parts {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
}

/** The page of a proxy on the way. */
export function page(title: string): string {
  return `<html>\r\n<head><title>${title}</title></head>\r\n<body><center><h1>${title}</h1></center></body>\r\n</html>\r\n`;
}

const bodies: Readonly<Record<ErrorBody, (parts: Parts) => unknown>> = {
  dcs: ({ code, message }) => ({ error: { code, message, ext_message: null } }),
  v2: ({ code, message }) => ({ error_code: code, error_msg: message, error_ext_msg: null }),
  gateway: ({ code, message, requestId }) => ({ error_msg: message, error_code: code, request_id: requestId }),
  iam: ({ status, message }) => ({ error: { code: status, message, title: STATUS_CODES[status] ?? "Error" } }),
  html: ({ status, message }) => page(`${status} ${message}`),
  empty: () => undefined,
};

/** The code that fits a status when none is given, by who speaks; `rest` for all others. */
const codes: Readonly<Record<"dcs" | "v2" | "gateway", Readonly<Record<number, string> & { rest: string }>>> = {
  dcs: { 400: "111400026", 401: "111401001", 403: "111403003", 404: "111404022", rest: "111500000" },
  v2: { 400: "DCS.4026", 401: "DCS.1001", 403: "DCS.3003", 404: "DCS.3022", rest: "DCS.5000" },
  gateway: {
    401: "APIGW.0301",
    403: "APIGW.0302",
    404: "APIGW.0101",
    429: "APIGW.0308",
    500: "APIGW.0601",
    502: "APIGW.0202",
    503: "APIGW.0613",
    rest: "APIGW.0201",
  },
};

/** An error body as one of the service's layers spells it. */
export function errorBody(kind: ErrorBody, parts: Partial<Parts> & Pick<Parts, "status" | "requestId">): unknown {
  const { status } = parts;
  const known = kind === "dcs" || kind === "v2" || kind === "gateway" ? codes[kind] : undefined;
  const code = parts.code ?? known?.[status] ?? known?.rest ?? String(status);
  return bodies[kind]({ ...parts, code, message: parts.message ?? STATUS_CODES[status] ?? "Unknown" });
}
