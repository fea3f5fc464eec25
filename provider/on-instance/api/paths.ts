/** Path of a call of version 2 about one instance. */
export const pathOf = (instanceId: string, below = ""): string =>
  `/v2/{project_id}/instances/${encodeURIComponent(instanceId)}${below}`;
