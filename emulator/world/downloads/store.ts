import { randomBytes } from "node:crypto";
import type { Clock } from "../../service/clock";

export interface Download {
  readonly fileName: string;
  readonly content: Buffer;
}

const lifetimeMs = 24 * 60 * 60 * 1000;

/** Files behind links that need no credential, each for a time. */
export class Downloads {
  private readonly offered = new Map<string, Download & { readonly expiresAt: number }>();

  constructor(
    private readonly url: () => string,
    private readonly clock: Clock,
  ) {}

  /** A link to the file, with what makes it good. */
  offer(bucket: string, download: Download): string {
    const signature = randomBytes(16).toString("hex");
    const expiresAt = this.clock.now() + lifetimeMs;
    this.offered.set(signature, { ...download, expiresAt });
    const query = new URLSearchParams({ Expires: String(Math.floor(expiresAt / 1000)), Signature: signature });
    return `${this.url()}/obs/${bucket}/${download.fileName}?${query}`;
  }

  find(signature: string, fileName: string | undefined): Download | undefined {
    const found = this.offered.get(signature);
    return found?.fileName === fileName && found !== undefined && found.expiresAt > this.clock.now()
      ? found
      : undefined;
  }
}
