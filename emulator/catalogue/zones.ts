export interface Zone {
  readonly id: string;
  readonly code: string;
  readonly region: string;
  readonly available: boolean;
}

/** The zones of all regions; the first two ids are those of the specification's example, eu-de's last zone is sold out. */
export const zones: readonly Zone[] = [
  { id: "ae04cf9d61544df3806a3feeb401b204", code: "eu-de-01", region: "eu-de", available: true },
  { id: "d573142f24894ef3bd3664de068b44b0", code: "eu-de-02", region: "eu-de", available: true },
  { id: "3e9c52d1b7f0486a9d21c4e8f6a70b35", code: "eu-de-03", region: "eu-de", available: true },
  { id: "4f0d63e2c8a1597bae32d5f9a7b81c46", code: "eu-de-04", region: "eu-de", available: false },
  { id: "5a1e74f3d9b2608cbf43e6a0b8c92d57", code: "eu-nl-01", region: "eu-nl", available: true },
  { id: "6b2f85a4eac3719dca54f7b1c9da3e68", code: "eu-nl-02", region: "eu-nl", available: true },
];

export const zoneById = new Map(zones.map((zone) => [zone.id, zone]));

export function zonesOf(region: string): readonly Zone[] {
  return zones.filter((zone) => zone.region === region);
}
