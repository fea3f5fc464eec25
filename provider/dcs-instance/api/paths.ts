/** Path of a call of version 2 about one instance. A few calls say `instance` where the others say `instances`. */
export const instancePath = (id: string, below = "", word: "instances" | "instance" = "instances"): string =>
  `/v2/{project_id}/${word}/${encodeURIComponent(id)}${below}`;
