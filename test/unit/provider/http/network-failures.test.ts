import { CONNECTION_LABELS } from "../../../../provider/config/settings/connection-labels";
import { networkFailure } from "../../../../provider/http/errors/network-failures";

const failing = (code: string | undefined, whileConnecting: boolean) =>
  networkFailure(code, { whileConnecting, labels: CONNECTION_LABELS });

describe("A connection that fails", () => {
  test.each(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH", "ENETDOWN", "EADDRNOTAVAIL"])(
    "with %s has sent nothing, and names the settings of the address",
    (code) => {
      expect(failing(code, false)).toMatchObject({
        notExecuted: true,
        remedy: expect.stringContaining("otc:dcsEndpoint"),
      });
    },
  );

  test.each(["ECONNRESET", "EPIPE", "ETIMEDOUT", "EPROTO", "HPE_INVALID_CONSTANT", "E_NOBODY_KNOWS", undefined])(
    "with %s may have sent everything",
    (code) => {
      expect(failing(code, false).notExecuted).toBe(false);
    },
  );

  test.each(["ECONNRESET", "ETIMEDOUT", "E_NOBODY_KNOWS"])(
    "with %s while it is being made has sent nothing",
    (code) => {
      expect(failing(code, true).notExecuted).toBe(true);
    },
  );

  test.each(["CERT_HAS_EXPIRED", "DEPTH_ZERO_SELF_SIGNED_CERT", "ERR_TLS_CERT_ALTNAME_INVALID"])(
    "with %s has sent nothing, and waiting does not help",
    (code) => {
      expect(failing(code, false)).toMatchObject({ notExecuted: true, permanent: true });
    },
  );
});
