/** `npm run bench`: figures as ratios to something known, measured in one run. Never a test: a busy machine is no bug. */
import { measureDesk } from "./desk/measure.ts";
import { benchDetector } from "./detector.ts";
import { measureIdle } from "./idle/measure.ts";
import { measureRelays } from "./relay/measure.ts";
import { measureStart } from "./start/measure.ts";

const median = (values: readonly number[]) => quantile(values, 0.5);

function quantile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? Number.NaN;
}

console.log("Relay, visitor to agent and back: 200 visitors, 20 agents, closed loop, medians of 3 rounds");
console.table(
  Object.fromEntries(
    (await measureRelays()).map(({ name, roundTripsPerSecond, cpuMicros, ratioToBare }) => [
      name,
      {
        "round trips/s": Math.round(roundTripsPerSecond),
        "server CPU µs/round trip": Math.round(cpuMicros),
        "ratio to bare": ratioToBare.toFixed(2),
      },
    ]),
  ),
);

console.log("\nIdle connections: memory of the server process for each of 5,000");
const idle = await measureIdle();
const floor = idle[0]?.kilobytes ?? Number.NaN;
console.table(
  Object.fromEntries(
    idle.map(({ name, kilobytes }) => [
      name,
      { "kB a connection": kilobytes.toFixed(1), "ratio to bare": (kilobytes / floor).toFixed(2) },
    ]),
  ),
);

console.log("\nStart to listening, SQLite, empty file, medians of 5 (the first fills the compile cache)");
const start = await measureStart();
console.table({
  "node, doing nothing": { ms: Math.round(median(start.node)) },
  "sophie serve": { ms: Math.round(median(start.sophie)), "first ms": Math.round(start.sophie[0] ?? 0) },
});

console.log("\nThe detector, beside nlp.js and a keyword list learned from the same corpus");
console.table(
  Object.fromEntries(
    (await benchDetector()).map((figures) => [
      figures.name,
      {
        "macro-F1": figures.macroF1.toFixed(3),
        "in Dutch": figures.dutchF1.toFixed(3),
        "calm that fire": figures.falseAlarms.toFixed(3),
        "near-misses that fire": figures.nearMisses.toFixed(3),
        "µs a message": figures.micros.toFixed(0),
        "gzip bytes": figures.gzipBytes,
      },
    ]),
  ),
);

console.log("\nThe desk in Chromium: 10,000 handoffs in the store, 500 of them open");
const desk = await measureDesk();
const inMs = (value: number) => `${value.toFixed(0)} ms`;
console.table({
  "navigation until the list takes a key, slowest of 7": {
    measured: inMs(Math.max(...desk.interactive)),
    asked: "1000 ms",
  },
  "request until its row is drawn, p95 of 100": {
    measured: inMs(quantile(desk.arrivals, 0.95)),
    asked: "300 ms",
  },
  "frame while scrolling through all, p95": { measured: inMs(quantile(desk.frames, 0.95)), asked: "50 ms" },
  "frames in which a row was missing": { measured: `${desk.gaps} of ${desk.frames.length}`, asked: "0" },
  "heap after 1,000 more updates, by before": { measured: desk.heapGrowth.toFixed(3), asked: "1.05" },
  "nodes of the page after them, by before": { measured: desk.nodesGrowth.toFixed(3), asked: "1.05" },
});
