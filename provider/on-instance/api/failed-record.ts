/** The `error_code` of a backup or a restore, in words. */
const REASONS: Readonly<Record<string, string>> = {
  "dcs.08.0001": "the backup tool could not be started",
  "dcs.08.0002": "it took too long",
  "dcs.08.0003": "the bucket for the files could not be deleted",
  "dcs.08.0004": "the service's access key for the bucket was refused",
  "dcs.08.0005": "the bucket for the files could not be created",
  "dcs.08.0006": "the size of the file is wrong",
  "dcs.08.0007": "the nodes could not be synchronized during the restore",
  "dcs.08.0008": "it was skipped, because another job of the instance was running",
};

/** Why a record failed, in words. An empty code arrives as `null` or as `{}`. */
export function recordFailure(code: unknown): string | undefined {
  if (typeof code !== "string" || code === "") return undefined;
  const words = REASONS[code.toLowerCase()];
  return words ? `${words} (${code})` : `reason ${code}`;
}
