/** `npm run bench`: figures as ratios to something known, measured in one run. Never a test: a busy machine is no bug. */
import { measureRelays } from "./relay/measure.ts";

console.log("Relay, visitor to agent and back: 200 visitors, 20 agents, closed loop, medians of 3 rounds\n");
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
