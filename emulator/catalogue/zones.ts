export interface Zone {
  readonly id: string;
  readonly code: string;
  readonly available: boolean;
}

/** The region's zones; the first two ids are those of the specification's example, the last zone is sold out. */
export const zones: readonly Zone[] = [
  { id: "ae04cf9d61544df3806a3feeb401b204", code: "eu-de-01", available: true },
  { id: "d573142f24894ef3bd3664de068b44b0", code: "eu-de-02", available: true },
  { id: "3e9c52d1b7f0486a9d21c4e8f6a70b35", code: "eu-de-03", available: true },
  { id: "4f0d63e2c8a1597bae32d5f9a7b81c46", code: "eu-de-04", available: false },
];

export const zoneById = new Map(zones.map((zone) => [zone.id, zone]));

export const openZones = zones.filter((zone) => zone.available);
