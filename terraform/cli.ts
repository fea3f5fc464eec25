#!/usr/bin/env node
import { run } from "./command";

process.exitCode = run(process.argv.slice(2), {
  env: process.env,
  print: (text) => process.stdout.write(text),
  say: (text) => process.stderr.write(text),
});
