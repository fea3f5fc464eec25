import { say } from "../setup/say.mjs";

/** @typedef {Record<string, { value: unknown, secret: boolean }>} Outputs */

/** What the program exports, and nothing else. @param {Outputs} outputs */
export function showOutputs(outputs) {
  const rows = Object.entries(outputs).map(([name, { value, secret }]) => [name, secret ? "[secret]" : inWords(value)]);
  if (rows.length === 0) return say("The program exports nothing");
  say("What the program exports");
  table(rows);
}

/** How to go on with a cache that is kept. @param {string | undefined} redisCli */
export function nextSteps(redisCli) {
  say("The cache and the local DCS keep running, so that you can go on");
  table([
    ...(redisCli ? [["talk to it", redisCli]] : []),
    ["change it", "edit a line of examples/basic/index.ts, the description for one, then: npm run quickstart"],
    ["remove it", "npm run quickstart -- --destroy"],
    ["leave it", "it runs until you remove it or the machine is restarted; a new run copes with either"],
  ]);
}

/** Why nothing was kept, and how to keep it. @param {boolean} asked was it asked for by `--once`? */
export function farewell(asked) {
  const reason = asked ? "you asked for that with --once" : "the output is not a terminal";
  say(`This run has removed all that it made, because ${reason}`);
  table([
    ["keep it", asked ? "npm run quickstart" : "npm run quickstart -- --keep"],
    ["", "that run ends with a line for redis-cli; change examples/basic/index.ts and run it again"],
    ["your own", 'README.md, "In a project of your own": the same program in its index.ts'],
  ]);
}

/** @param {unknown} value */
function inWords(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** @param {string[][]} rows */
function table(rows) {
  const width = Math.max(12, ...rows.map(([name]) => name.length));
  process.stdout.write(rows.map(([name, text]) => `    ${name.padEnd(width)}  ${text}\n`).join(""));
}
