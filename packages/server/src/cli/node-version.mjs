/**
 * Stops an older Node with a sentence, before it meets a file that it cannot read. Plain JavaScript for that reason;
 * npm scripts load it with `--import`, ahead of everything else.
 */
const NODE_MAJOR_MIN = 24;

if (Number(process.versions.node.split(".")[0]) < NODE_MAJOR_MIN) {
  process.stderr.write(
    `Sophie needs Node ${NODE_MAJOR_MIN} or newer; this is ${process.versions.node}. In the repository, npm brings the ` +
      "right one and its scripts use it: run `npm ci` without --ignore-scripts, then `npm start` or `npm run sophie`.\n",
  );
  process.exit(1);
}
