import { parseArgs } from "node:util";
import { cleanUp, forget } from "./quickstart/clean-up.mjs";
import { lossOf, mayLose } from "./quickstart/consent.mjs";
import { farewell, nextSteps, showOutputs } from "./quickstart/guide.mjs";
import { localDcs, running } from "./quickstart/local-dcs.mjs";
import { passwordFile } from "./quickstart/place.mjs";
import { probe } from "./quickstart/probe.mjs";
import { redisCliLine } from "./quickstart/redis-cli.mjs";
import { hasStack, openStack, visibly } from "./quickstart/stack.mjs";
import { engineEnvironment } from "./setup/environment.mjs";
import { packages } from "./setup/packages.mjs";
import { redis } from "./setup/redis.mjs";
import { main, SetupError, say, tellFailure } from "./setup/say.mjs";

const help = `npm run quickstart [-- OPTION]: a Redis cache, created by the real Pulumi against a local DCS

  --keep      leave the cache and the local DCS running (what a terminal does by itself)
  --once      remove everything at the end (what a pipe does by itself)
  --yes       do not ask before a change that deletes or replaces the cache
  --destroy   remove what an earlier run kept
  --help      this text`;

function given() {
  try {
    const flag = /** @type {const} */ ({ type: "boolean" });
    return parseArgs({ options: { destroy: flag, keep: flag, once: flag, yes: flag, help: flag } }).values;
  } catch (error) {
    console.error(`${/** @type {Error} */ (error).message.split(". ")[0]}.\n\n${help}`);
    process.exit(1);
  }
}

const options = given();
if (options.help) {
  console.log(help);
  process.exit(0);
}

await main(async () => {
  await packages();
  const hasRedis = await redis();
  await engineEnvironment();
  if (options.destroy) return cleanUp();

  const interruption = new AbortController();
  // From a terminal the engine gets the signal too and ends the step it is in; what was made is cleaned up below.
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => interruption.abort(new SetupError("Interrupted.")));
  }
  const keeps = await isKept();
  const code = await show(hasRedis, keeps, interruption.signal).catch(tellFailure);
  if (!keeps) {
    await cleanUp();
    farewell(options.once === true);
  } else if (code !== 0) {
    say("To go on from here, change the program and run `npm run quickstart` again");
    say("To remove everything: `npm run quickstart -- --destroy`");
  }
  return code;
});

/** Where nobody watches, nothing is left running unless it was asked for, now or by an earlier run. */
async function isKept() {
  if (options.keep || options.once) return options.keep === true;
  return process.stdout.isTTY === true || (await running()) !== undefined;
}

/** @param {boolean} hasRedis @param {boolean} keeps @param {AbortSignal} interruption */
async function show(hasRedis, keeps, interruption) {
  const dcs = await localDcs();
  if (dcs.fresh && (await hasStack())) {
    say("The local DCS of the last run is gone, and its cache with it: starting over with a new stack");
    await forget();
  }
  const stack = await openStack(dcs.environment);
  interruption.throwIfAborted();
  const { changeSummary } = await visibly("preview --diff", (reporting) => stack.preview({ ...reporting, diff: true }));
  interruption.throwIfAborted();
  const loss = lossOf(changeSummary);
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  // What is removed at the end anyway need not be asked for.
  if (loss && keeps && !options.yes && !(await mayLose(loss, { isTerminal, interruption }))) return 0;
  const { outputs } = await visibly("up", (reporting) => stack.up(reporting));
  const endpoint = outputs.endpoint?.value;
  const answer = hasRedis ? await probe(endpoint, await stack.getConfig("cachePassword")) : "no answer";
  showOutputs(outputs);
  if (!hasRedis)
    say("Nothing answers at the endpoint, as no Redis server is installed: install one and run this again");
  if (answer === "no answer") return 1;
  if (keeps) nextSteps(await redisCliLine(endpoint, answer === "served" ? passwordFile : undefined));
  return 0;
}
