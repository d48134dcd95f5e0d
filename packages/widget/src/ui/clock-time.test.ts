/** Times as visitors read them. */
import { expect, it } from "vitest";
import { clockTime } from "./clock-time.ts";

it("S17 a time is written one way in all languages, as the notices of the server write it", () => {
  const at = (hour: number) => new Date(2026, 0, 12, hour, 5).getTime();
  expect([0, 9, 21].map((hour) => clockTime(at(hour)))).toEqual(["00:05", "09:05", "21:05"]);
});
