import type { Answer } from "./http/call";

/** Which call a fault answers instead of the service; what is absent matches all. */
export interface FaultMatch {
  readonly method?: string;
  readonly path?: RegExp;
  /** How many calls. Default 1. */
  readonly times?: number;
}

/** What the caller gets. `status: 0` closes the connection without an answer; a string body goes out as HTML. */
export type FaultAnswer = Answer;

/** Answers to be given in the service's place. */
export class Faults {
  private readonly planned: { match: FaultMatch; answer: FaultAnswer; left: number }[] = [];

  add(match: FaultMatch, answer: FaultAnswer): void {
    this.planned.push({ match, answer, left: match.times ?? 1 });
  }

  next(method: string, path: string): FaultAnswer | undefined {
    const fault = this.planned.find(
      ({ match, left }) =>
        left > 0 && (match.method ?? method) === method && (match.path === undefined || match.path.test(path)),
    );
    if (fault !== undefined) fault.left -= 1;
    return fault?.answer;
  }
}
