/** Starts a course in a thread of its own, so that two can be held at once. */
import { Worker } from "node:worker_threads";
import type { Weights } from "../src/signals/network.ts";
import type { Scored } from "./predict.ts";
import type { LeftOut } from "./split.ts";

export interface CourseOrder {
  /** Stands before every line that is told. */
  readonly name: string;
  /** The folder of outside lines. */
  readonly more: string | undefined;
  readonly leftOut: LeftOut;
}

export interface CourseResult {
  readonly weights: Weights;
  readonly ownSteps: Float64Array;
  /** What was left out, judged. */
  readonly unseen: readonly Scored[];
}

export function holdCourse(order: CourseOrder, tell: (line: string) => void): Promise<CourseResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./course-worker.ts", import.meta.url), { workerData: order });
    worker.on("message", (said: string | CourseResult) => {
      if (typeof said === "string") tell(said);
      else resolve(said);
    });
    worker.on("error", reject);
  });
}
