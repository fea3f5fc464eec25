import { networkFailure } from "../../../provider/http/errors/network-failures";

describe("A connection that fails", () => {
  test.each(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH", "ENETDOWN", "EADDRNOTAVAIL"])(
    "with %s has sent nothing, and names the settings of the address",
    (code) => {
      expect(networkFailure(code, false)).toMatchObject({
        notDone: true,
        remedy: expect.stringContaining("otc:dcsEndpoint"),
      });
    },
  );

  test.each(["ECONNRESET", "EPIPE", "ETIMEDOUT", "EPROTO", "HPE_INVALID_CONSTANT", "E_NOBODY_KNOWS", undefined])(
    "with %s may have sent everything",
    (code) => {
      expect(networkFailure(code, false).notDone).toBe(false);
    },
  );

  test.each(["ECONNRESET", "ETIMEDOUT", "E_NOBODY_KNOWS"])(
    "with %s while it is being made has sent nothing",
    (code) => {
      expect(networkFailure(code, true).notDone).toBe(true);
    },
  );

  test.each(["CERT_HAS_EXPIRED", "DEPTH_ZERO_SELF_SIGNED_CERT", "ERR_TLS_CERT_ALTNAME_INVALID"])(
    "with %s has sent nothing, and waiting does not help",
    (code) => {
      expect(networkFailure(code, false)).toMatchObject({ notDone: true, lasting: true });
    },
  );
});
