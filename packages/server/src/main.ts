#!/usr/bin/env node
/** The command `sophie`: looks at the Node version first, because older ones cannot even read the rest. */
const NODE_MAJOR_MIN = 24;

const major = Number(process.versions.node.split(".")[0]);
if (major < NODE_MAJOR_MIN) {
  process.stderr.write(
    `Sophie needs Node ${NODE_MAJOR_MIN} or newer; this is ${process.versions.node}. ` +
      "In the repository, npm scripts bring the right one: use `npm run sophie -- serve`. " +
      "If they do not, run `npm ci` without --ignore-scripts.\n",
  );
  process.exitCode = 1;
} else {
  const { runCommand } = await import("./cli/run-command.ts");
  process.exitCode = await runCommand(process.argv.slice(2), {
    environment: process.env,
    print: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
  });
}
