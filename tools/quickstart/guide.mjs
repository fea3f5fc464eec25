import { say } from "../setup/say.mjs";

/** @param {Record<string, { value: unknown, secret: boolean }>} outputs */
export function showOutputs(outputs) {
  say("Outputs of the stack");
  const width = Math.max(...Object.keys(outputs).map((name) => name.length));
  for (const [name, output] of Object.entries(outputs)) {
    process.stdout.write(`    ${name.padEnd(width)}  ${output.secret ? "[secret]" : output.value}\n`);
  }
  process.stdout.write(`    ${"password".padEnd(width)}  [secret]\n`);
}

export function nextSteps() {
  say("The cache and the local DCS keep running, so that you can go on");
  process.stdout.write(
    [
      "    change it     edit a line of examples/basic/index.ts, the description for one, then: npm run quickstart",
      "    remove it     npm run quickstart -- --destroy",
      "    leave it      it runs until you remove it or the machine is restarted; a new run copes with either",
      "",
    ].join("\n"),
  );
}
