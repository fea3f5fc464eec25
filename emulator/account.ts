/** The one made-up account the emulator knows. Every value says that it is not real. */
export const account = {
  region: "eu-de",
  domain: { id: "d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0", name: "OTC-LOCAL-EMULATOR" },
  user: { id: "a5e7a5e7a5e7a5e7a5e7a5e7a5e7a5e7", name: "local-user", password: "local-only-not-a-secret" },
  accessKey: "LOCAL-ONLY-ACCESS-KEY",
  secretKey: "local-only-key-not-a-secret",
  projects: [
    { id: "10ca110ca110ca110ca110ca110ca110", name: "eu-de_local" },
    { id: "10ca210ca210ca210ca210ca210ca210", name: "eu-de" },
  ],
} as const;

export type Project = (typeof account.projects)[number];
