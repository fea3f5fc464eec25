/** Lines of the engine's closing `Diagnostics:`, where each message stands once however often it was shown before. */
export function diagnostics(output: string): string[] {
  const lines = output.split("\n");
  const from = lines.indexOf("Diagnostics:") + 1;
  if (from === 0) return [];
  const to = lines.findIndex((line, at) => at >= from && /^\S/.test(line));
  return lines.slice(from, to < 0 ? undefined : to).map((line) => line.trim());
}
