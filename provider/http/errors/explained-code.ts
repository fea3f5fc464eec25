/** What a service means by an error code of its own. */
export interface ExplainedCode {
  /** The number that all forms of the code share. */
  readonly number?: number;
  /** The code in every form that manuals and tickets use. Default: as the service wrote it. */
  readonly forms?: readonly string[];
  /** In plain words; shown when the service says nothing. */
  readonly meaning?: string;
  /** The argument that it is about, as a program writes it. */
  readonly property?: string;
  /** The field of the API that the service complains about. Whoever knows the arguments says which one it is. */
  readonly field?: string;
  /** What to do about it. */
  readonly remedy?: string;
  /** Too many calls: the service did nothing. */
  readonly throttled?: true;
  /** The service accepts the sign-in, although it answers 401. */
  readonly credentialsAccepted?: true;
}

/** Explains the codes of one service. `status` is the HTTP status of the answer, `said` its message. */
export type ExplainCode = (code: string, status: number | undefined, said?: string) => ExplainedCode;
