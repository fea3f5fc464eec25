import type { Generation } from "./edition";

/** Hours at which a maintenance window of four hours may begin; the second is the default. */
export const windowHours = ["22", "02", "06", "10", "14", "18"] as const;

export const defaultWindow = { begin: "02:00:00", end: "06:00:00" } as const;

const endHour = (begin: string) => String((Number(begin) + 4) % 24).padStart(2, "0");

export const maintenanceWindows = windowHours.map((begin, index) => ({
  seq: index + 1,
  begin,
  end: endHour(begin),
  default: `${begin}:00:00` === defaultWindow.begin,
}));

const fullHour = /^([01]\d|2[0-3]):00:00$/;

function isHour(begin: unknown, end: unknown): boolean {
  const [from, to] = [begin, end].map((time) => (typeof time === "string" ? fullHour.exec(time)?.[1] : undefined));
  return from !== undefined && to !== undefined && (Number(from) + 1) % 24 === Number(to);
}

/**
 * Whether `begin` and `end` are one of the region's windows, in the `HH:mm:ss` of an instance. The newer API has windows of
 * one hour, and takes those of the older one.
 */
export function isWindow(begin: unknown, end: unknown, generation: Generation): boolean {
  if (generation === "v2" && isHour(begin, end)) return true;
  return maintenanceWindows.some((window) => begin === `${window.begin}:00:00` && end === `${window.end}:00:00`);
}
