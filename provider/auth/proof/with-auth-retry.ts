import { isUnauthorized } from "../../http/errors/api-error";
import type { Headers } from "../../http/exchange/request";
import type { Authenticator } from "./authenticator";
import type { UnsignedRequest } from "./iam-call";

/** How often a proof may expire on its way; a line, or a machine, that is slower than its life is too slow. */
const LATE = 5;

/**
 * Runs `attempt` with a proof, and again with a fresh one where the service refuses it: as often as `renewals` (default 1)
 * if it should have been good, and a few times more if it expired on its way.
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
      // Without a proof it is the sign-in that failed; one that is accepted, though not for this, gains nothing by a fresh one.
      if (!proof || !isUnauthorized(error) || error.explained?.proofAccepted) throw error;
      if (session.outlived(proof)) late++;
      else refused++;
      if (refused > renewals || late > LATE) throw error;
      await session.renew(error, proof);
    }
  }
}
