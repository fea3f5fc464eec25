import type {
  AnswerFault,
  ConnectionFault,
  CourseFault,
  CredentialFault,
  Fault,
  FaultKind,
  FaultTarget,
  Operation,
} from "./fault";

interface Layers {
  readonly wire: ConnectionFault | AnswerFault;
  readonly credential: CredentialFault;
  readonly course: Exclude<CourseFault, { kind: "listLag" }>;
  readonly listing: Extract<CourseFault, { kind: "listLag" }>;
}

/** The sorts of faults, of which a call is struck by one each. */
export type Layer = keyof Layers;
export type FaultOf<L extends Layer> = Layers[L];

export const layerOf: Readonly<Record<FaultKind, Layer>> = {
  refused: "wire",
  reset: "wire",
  closed: "wire",
  hang: "wire",
  slow: "wire",
  dripping: "wire",
  cutOff: "wire",
  status: "wire",
  busy: "wire",
  html: "wire",
  cutJson: "wire",
  invalidJson: "wire",
  shape: "wire",
  answer: "wire",
  expiredToken: "credential",
  clockSkew: "credential",
  fails: "course",
  stuck: "course",
  listLag: "listing",
};

/** The calls that start an operation, of v1.0 and v2. */
const starts: Readonly<Record<Operation, FaultTarget>> = {
  create: { method: "POST", path: /\/instances$/ },
  extend: { method: "POST", path: /\/(extend|resize)$/ },
  delete: { method: "DELETE", path: /\/instances(\/[^/]+)?$/ },
  restart: { method: "PUT", path: /\/(instances\/status|ssl)$/ },
  backup: { method: "POST", path: /\/backups$/ },
  restore: { method: "POST", path: /\/restores$/ },
};

/** The only calls a fault can strike, whatever a plan says. */
export function usualTarget(fault: Fault): FaultTarget {
  if (fault.kind === "listLag") return starts.create;
  return "operation" in fault ? starts[fault.operation] : {};
}
