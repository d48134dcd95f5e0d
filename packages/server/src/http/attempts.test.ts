/** Tests the buckets that bound guessing. */
import { describe, expect, it } from "vitest";
import { createAttempts } from "./attempts.ts";

function bucket() {
  const clock = { at: 1_000_000 };
  return { clock, attempts: createAttempts({ burst: 3, refillMs: 1_000 }, () => clock.at) };
}

describe("attempts", () => {
  it("Q20 are free until the bucket is empty, then wait for the next one", () => {
    const { clock, attempts } = bucket();
    expect([1, 2, 3].map(() => attempts.take("a"))).toEqual([0, 0, 0]);
    expect(attempts.take("a")).toBe(1_000);
    clock.at += 999;
    expect(attempts.take("a")).toBe(1);
    clock.at += 1;
    expect(attempts.take("a")).toBe(0);
    expect(attempts.take("a")).toBe(1_000);
  });

  it("are not used up by being refused", () => {
    const { clock, attempts } = bucket();
    for (let tries = 0; tries < 50; tries += 1) attempts.take("a");
    clock.at += 3_000;
    expect([1, 2, 3].map(() => attempts.take("a"))).toEqual([0, 0, 0]);
  });

  it("are counted for each key alone", () => {
    const { attempts } = bucket();
    for (let tries = 0; tries < 4; tries += 1) attempts.take("a");
    expect(attempts.take("b")).toBe(0);
  });

  it("are forgiven to whoever came in", () => {
    const { attempts } = bucket();
    for (let tries = 0; tries < 4; tries += 1) attempts.take("a");
    attempts.forget("a");
    expect(attempts.take("a")).toBe(0);
  });
});
