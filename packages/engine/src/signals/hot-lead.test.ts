/** A hot lead is told once, while it is there, and not again before it has cooled. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HotLeadRules, type HotLeadView, NEVER_HOT, watchHotLead } from "./hot-lead.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const RULES: HotLeadRules = { from: 70, rearmBelow: 60, activeWithinMs: MINUTE_MS, coolDownMs: DAY_MS };

/** Looks at a visitor again and again; gives the moments (in ms) at which it fired. Active at each look unless it says otherwise. */
function fired(views: readonly (Partial<HotLeadView> & { at: number })[]): readonly number[] {
  let state = NEVER_HOT;
  return views.flatMap((view) => {
    const here = { score: 0, hasOpen: false, isReachable: true, lastActivityAt: view.at };
    const looked = watchHotLead(state, { ...here, ...view }, RULES);
    state = looked.state;
    return looked.signal === null ? [] : [view.at];
  });
}

describe("firing", () => {
  it("H29 69 is nothing, 70 with activity is a hot lead", () => {
    expect(fired([{ at: 0, score: 69 }])).toEqual([]);
    expect(fired([{ at: 0, score: 70 }])).toEqual([0]);
  });

  it("H29 activity counts for exactly 60 s", () => {
    expect(fired([{ at: MINUTE_MS, score: 70, lastActivityAt: 0 }])).toEqual([MINUTE_MS]);
    expect(fired([{ at: MINUTE_MS + 1, score: 70, lastActivityAt: 0 }])).toEqual([]);
    expect(fired([{ at: 0, score: 100, lastActivityAt: null }])).toEqual([]);
  });

  it("H29 70 and idle for ten minutes is none until the visitor is active again", () => {
    const idle = { at: 10 * MINUTE_MS, score: 70, lastActivityAt: 0 };
    expect(fired([idle, { ...idle, at: 11 * MINUTE_MS }, { at: 12 * MINUTE_MS, score: 70 }])).toEqual([
      12 * MINUTE_MS,
    ]);
  });

  it("H30 is surer the higher the score, from 0.6 to 1", () => {
    const sure = (score: number) =>
      watchHotLead(NEVER_HOT, { score, hasOpen: false, isReachable: true, lastActivityAt: 0, at: 0 }, RULES)
        .signal?.confidence;
    expect([sure(70), sure(85), sure(100)]).toEqual([0.6, 0.8, 1]);
  });
});

describe("nobody to talk to", () => {
  const away = { at: 0, score: 72, isReachable: false };

  it("H29 waits until the visitor first writes, though the score has sunk a little by then", () => {
    expect(fired([away])).toEqual([]);
    expect(fired([away, { at: DAY_MS, score: 64 }])).toEqual([DAY_MS]);
    expect(fired([away, { at: DAY_MS, score: 64 }, { at: 3 * DAY_MS, score: 90 }])).toEqual([DAY_MS]);
  });

  it("H29 is forgotten once the visitor has cooled", () => {
    const cooled = { at: DAY_MS, score: 59, isReachable: false };
    expect(fired([away, cooled, { at: 2 * DAY_MS, score: 65 }])).toEqual([]);
  });
});

describe("not firing again", () => {
  it("H29 a score that wobbles above 60 does not fire twice, even after the cool-down", () => {
    const wobble = [70, 65, 75, 60, 90].map((score, index) => ({ at: index * DAY_MS, score }));
    expect(fired(wobble)).toEqual([0]);
  });

  it("H29 having fallen below 60 and after 24 h it fires again, and not a moment earlier", () => {
    const cooled = [
      { at: 0, score: 70 },
      { at: MINUTE_MS, score: 59 },
    ];
    expect(fired([...cooled, { at: DAY_MS - 1, score: 70 }])).toEqual([0]);
    expect(fired([...cooled, { at: DAY_MS - 1, score: 70 }, { at: DAY_MS, score: 70 }])).toEqual([0, DAY_MS]);
  });

  it("H29 at most one is open for a visitor", () => {
    expect(fired([{ at: 0, score: 90, hasOpen: true }])).toEqual([]);
    expect(
      fired([
        { at: 0, score: 90, hasOpen: true },
        { at: 1, score: 90 },
      ]),
    ).toEqual([1]);
  });

  it("H29 whatever the score does, two of one visitor are a day apart with a low between them", () => {
    const view = fc.record({ minutes: fc.nat({ max: 400 }), score: fc.integer({ min: 0, max: 100 }) });
    fc.assert(
      fc.property(fc.array(view, { maxLength: 60 }), (steps) => {
        let at = 0;
        const views = steps.map(({ minutes, score }) => {
          at += minutes * MINUTE_MS;
          return { at, score };
        });
        const moments = fired(views);
        for (const [index, moment] of moments.entries()) {
          const before = moments[index - 1];
          if (before === undefined) continue;
          expect(moment - before).toBeGreaterThanOrEqual(DAY_MS);
          expect(views.some((each) => each.at >= before && each.at <= moment && each.score < 60)).toBe(true);
        }
      }),
    );
  });
});
