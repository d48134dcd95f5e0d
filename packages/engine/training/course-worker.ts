/** One course in a thread of its own: teaches, and judges what it was told to leave out. */
import { parentPort, workerData } from "node:worker_threads";
import type { CourseOrder, CourseResult } from "./course.ts";
import { readLibrary } from "./material.ts";
import { predict } from "./predict.ts";
import { isLeftOut } from "./split.ts";
import { teach } from "./teach.ts";

const { name, more, leftOut } = workerData as CourseOrder;
const library = readLibrary(more);
const training = library.examples.filter((example) => !isLeftOut(example, leftOut));
const rest = library.examples.filter((example) => isLeftOut(example, leftOut));
const { weights, ownSteps } = teach(training, library.more, library, (line) =>
  parentPort!.postMessage(`${name}: ${line}`),
);
const result: CourseResult = { weights, ownSteps, unseen: predict(rest, weights) };
parentPort!.postMessage(result);
