import { isUnauthorized } from "../../http/errors/api-error";
import type { Headers } from "../../http/exchange/request";
import type { Authenticator } from "./authenticator";
import type { UnsignedRequest } from "./iam-call";

/** How often a proof may expire before it arrives. After that the connection or the machine is too slow for it. */
const LATE = 5;

/**
 * Runs `attempt` with a proof. If the service refuses the proof, it runs again with a new one: `renewals` times (default
 * 1) if the proof should have been valid, a few times more if it expired before it arrived.
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
    let proof: Headers | undefined;
    const authorize = async (): Promise<Headers> => {
      proof = undefined;
      proof = await session.authorize(request);
      return proof;
    };
    try {
      return await attempt(authorize);
    } catch (error) {
      // Without a proof the sign-in itself failed. If the service accepts the proof but not the call, a new one does not help.
      if (!proof || !isUnauthorized(error) || error.explained?.proofAccepted) throw error;
      if (session.outlived(proof)) late++;
      else refused++;
      if (refused > renewals || late > LATE) throw error;
      await session.renew(error, proof);
    }
  }
}
