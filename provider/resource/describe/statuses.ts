import type { StatusClass, Statuses } from "./resource-type";

const upper = (status: unknown): string => String(status).toUpperCase();

export const classOf = ({ classes }: Statuses, status: unknown): StatusClass =>
  classes[upper(status)] ?? "transitional";

/** It will not serve again by itself. */
export const isFailed = (statuses: Statuses, status: unknown): boolean => classOf(statuses, status) === "failed";

export const isFailedCreate = ({ createFailed }: Statuses, status: unknown): boolean => upper(status) === createFailed;

export const isBeingCreated = ({ creating, alsoCreating = [] }: Statuses, status: unknown): boolean =>
  [creating, ...alsoCreating].includes(upper(status));

export const isLeaving = ({ deleting }: Statuses, status: unknown): boolean => upper(status) === deleting;
