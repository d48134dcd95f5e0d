/** The library and its stand-in are given the same signals and the same changes, and must show the same. */
import * as real from "@preact/signals-core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as slim from "./signals.ts";

type Signals = Pick<typeof slim, "signal" | "computed" | "effect" | "batch">;

type Step =
  | { readonly set: number; readonly to: number }
  | { readonly both: readonly [number, number] }
  | { readonly stop: true };

const step = fc.oneof(
  fc.record({ set: fc.nat(2), to: fc.nat(3) }),
  fc.record({ both: fc.tuple(fc.nat(3), fc.nat(3)) }),
  fc.constant({ stop: true } as const),
);

/** What an effect saw that reads one signal only while another is odd, and what was cleaned up after it. */
function story({ signal, computed, effect, batch }: Signals, steps: readonly Step[]): readonly string[] {
  const seen: string[] = [];
  const [a, b, c] = [signal(0), signal(0), signal(0)] as const;
  const sum = computed(() => a.value + b.value);
  const stop = effect(() => {
    const text = sum.value % 2 === 1 ? `${sum.value} and ${c.value}` : `${sum.value}`;
    seen.push(text);
    return () => seen.push(`after ${text}`);
  });
  for (const next of steps) {
    if ("stop" in next) stop();
    else if ("both" in next)
      batch(() => {
        [a.value, b.value] = next.both;
      });
    else ([a, b, c][next.set] ?? a).value = next.to;
    seen.push(`(${a.peek()} ${b.peek()} ${c.peek()})`);
  }
  return seen;
}

describe("the slim signals", () => {
  it("live through the same as the library's", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        expect(story(slim, steps)).toEqual(story(real, steps));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ["the library", real as Signals],
    ["the stand-in", slim],
  ])("%s stops an effect that sets itself off for ever, and works afterwards", (_which, signals) => {
    const count = signals.signal(0);
    expect(() =>
      signals.effect(() => {
        count.value += 1;
      }),
    ).toThrow("Cycle");
    expect(story(signals, [{ set: 0, to: 1 }])).toEqual(["0", "after 0", "1 and 0", "(1 0 0)"]);
  });
});
