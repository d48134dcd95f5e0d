/** What is done again and again is done one at a time, and is over when `stop` says so. */
import { expect, it } from "vitest";
import { repeat } from "./repeat.ts";

it("does one at a time, and waits at the end for the one that is under way", async () => {
  const seen: string[] = [];
  await new Promise<void>((enough) => {
    const repetition = repeat({
      everyMs: 1,
      async task(isStopped) {
        seen.push(`begun ${isStopped()}`);
        await new Promise(setImmediate);
        // The third is under way when it is told to stop.
        if (seen.length === 5) void repetition.stop().then(() => enough(void seen.push("over")));
        await new Promise(setImmediate);
        seen.push(`done ${isStopped()}`);
      },
    });
  });
  const calm = ["begun false", "done false"];
  expect(seen).toEqual([...calm, ...calm, "begun false", "done true", "over"]);
});
