/** Order by code unit, which for encoded texts is the order of bytes. `localeCompare` would depend on the machine. */
export const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
