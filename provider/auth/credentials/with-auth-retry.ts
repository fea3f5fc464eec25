import { isUnauthorized } from "../../http/errors/api-error";
import type { Headers } from "../../http/exchange/request";
import type { Authenticator } from "./authenticator";
import type { UnsignedRequest } from "./iam-call";

/** How often credentials may expire before they arrive. After that the connection or the machine is too slow for it. */
const LATE = 5;

/**
 * Runs `attempt` with credentials. If the service refuses them, it runs again with new ones: `renewals` times (default 1)
 * if they should have been valid, a few times more if they expired before they arrived.
 */
export async function withAuthRetry<T>(
  session: Authenticator,
  request: UnsignedRequest,
  attempt: (authorize: () => Promise<Headers>) => Promise<T>,
  renewals = 1,
): Promise<T> {
  let refused = 0;
  let late = 0;
  for (;;) {
    let credentials: Headers | undefined;
    const authorize = async (): Promise<Headers> => {
      credentials = undefined;
      credentials = await session.authorize(request);
      return credentials;
    };
    try {
      return await attempt(authorize);
    } catch (error) {
      // Without credentials the sign-in itself failed. If the service accepts them but not the call, new ones do not help.
      if (!credentials || !isUnauthorized(error) || error.explained?.credentialsAccepted) throw error;
      if (session.outlived(credentials)) late++;
      else refused++;
      if (refused > renewals || late > LATE) throw error;
      await session.renew(error, credentials);
    }
  }
}
