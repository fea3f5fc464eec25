import type { CallOptions, DcsClient } from "../../../client/dcs-client";
import { instancePath } from "../paths";

export interface PasswordReset {
  new_password?: string;
  no_password_access?: boolean;
}

/** Numbers are texts, times are in minutes. */
export interface PasswordResetAnswer {
  /** `"1"`: done. `"3"`: locked. */
  code?: string | null;
  message?: string | null;
  retry_times_left?: string | null;
  lock_time?: string | null;
  lock_time_left?: string | null;
}

/**
 * Sets a password without the old one, or takes the password away. The answer is HTTP 200 even if it failed; its `code`
 * shows that.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/password_management/resetting_the_password_of_a_dcs_instance.html
 */
export const resetPassword = (
  dcs: DcsClient,
  id: string,
  body: PasswordReset,
  options?: CallOptions,
): Promise<PasswordResetAnswer | undefined> =>
  dcs.request(
    {
      method: "POST",
      path: instancePath(id, "/password/reset"),
      body,
      purpose: `reset the password of the cache ${id}`,
    },
    options,
  );
