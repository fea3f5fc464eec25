import type { Answer, Call } from "../../world/call/call";

/** The file of a link, for whoever has it. */
export function download(call: Call): Answer {
  const found = call.world.downloads.find(call.query.get("Signature") ?? "", call.params.file);
  if (found === undefined) return { status: 403, body: "<Error><Code>AccessDenied</Code></Error>" };
  const disposition = `attachment; filename="${found.fileName}"`;
  return { status: 200, body: found.content, headers: { "content-disposition": disposition } };
}
