#!/usr/bin/env node
/** The command `sophie`: hands the words of the command line to whoever they name. */
import { createInterface } from "node:readline";
// oxlint-disable-next-line import/no-unassigned-import -- it is there for what it does, not for what it gives
import "./cli/node-version.mjs";

// Not imported above: an older Node is to be told, not to stumble over what it cannot read.
const { runCommand } = await import("./cli/run-command.ts");

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever read the output has had enough (`sophie help | head`): that is no fault.
  if (error.code === "EPIPE") return;
  process.stderr.write(`The output could not be written: ${error.message}\n`);
  process.exitCode = 1;
});
process.exitCode = await runCommand(process.argv.slice(2), {
  environment: process.env,
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  lines: () => (process.stdin.isTTY ? null : createInterface({ input: process.stdin })),
});
