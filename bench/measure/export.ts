import type { Deployment } from "@pulumi/pulumi/automation";

interface Stored {
  readonly type: string;
}

const isCache = ({ type }: Stored): boolean => type.startsWith("pulumi-nodejs:dynamic") || type === "otc:dcs:Instance";

// Without the spaces `pulumi stack export` indents it with.
const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** What one cache adds to `pulumi stack export`, in bytes. */
export function bytesPerResource(exported: Deployment): number {
  const resources: readonly Stored[] = exported.deployment.resources ?? [];
  const others = resources.filter((resource) => !isCache(resource));
  const without = { ...exported, deployment: { ...exported.deployment, resources: others } };
  return Math.round((bytes(exported) - bytes(without)) / (resources.length - others.length));
}
