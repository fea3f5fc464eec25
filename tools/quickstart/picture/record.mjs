import { pathToFileURL } from "node:url";
import { ownModule } from "../../setup/own-packages.mjs";
import { clone, SetupError } from "../../setup/say.mjs";

/** @typedef {{ atMs: number, text: string }} Line what was printed up to a line break, colours included, and when */

const command = "npm run quickstart";
/** What the picture shows instead of this clone's place. */
const shownClone = "/home/you/pulumi-otc-dcs";

/**
 * Runs the quickstart in a terminal of that size.
 * @param {string} folder of the packages
 * @param {{ columns: number, rows: number }} size
 * @returns {Promise<Line[]>}
 */
export async function record(folder, { columns, rows }) {
  const { default: pty } = await import(pathToFileURL(ownModule(folder, "@lydell/node-pty")).href);
  const { NO_COLOR: _, ...env } = process.env;
  const [file, ...args] = process.platform === "win32" ? ["cmd.exe", "/c", ...command.split(" ")] : command.split(" ");
  const started = Date.now();
  const terminal = pty.spawn(file, args, { name: "xterm-256color", cols: columns, rows, cwd: clone, env });
  /** @type {Line[]} */
  const lines = [{ atMs: 0, text: `\u001b[1m$ ${command}\u001b[0m` }];
  let rest = "";
  terminal.onData((/** @type {string} */ data) => {
    const parts = (rest + data).split("\n");
    rest = parts.pop() ?? "";
    lines.push(...parts.map((text) => ({ atMs: Date.now() - started, text: text.replaceAll(clone, shownClone) })));
  });
  const code = await new Promise((resolve) =>
    terminal.onExit((/** @type {{ exitCode: number }} */ exit) => resolve(exit.exitCode)),
  );
  if (code !== 0) throw new SetupError(`${command} failed:\n${lines.map(({ text }) => text).join("\n")}`);
  return lines;
}
