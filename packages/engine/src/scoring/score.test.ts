/** Behaviour and the whole score: the source's own example, every rule, every cap, decay, and replay. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BehaviourEvent } from "../domain/behaviour-event.ts";
import { NO_FIELDS } from "../domain/lead-fields.ts";
import { LeadScore } from "../domain/lead-score.ts";
import { ScoringConfig } from "../domain/scoring-config.ts";
import { BehaviourDiary } from "../testing/behaviour.ts";
import { MONDAY_NINE } from "../testing/builders.ts";
import { DEFAULT_SCORING_CONFIG } from "./default-config.ts";
import { bandOf, scoreLead } from "./score.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const a = () => new BehaviourDiary();
const scoreOf = ({ events, now }: BehaviourDiary, at = now) =>
  scoreLead(NO_FIELDS, events, DEFAULT_SCORING_CONFIG, at);
/** What each rule came to, in order of first appearance. */
const rulesOf = (diary: BehaviourDiary, at = diary.now) => {
  const sums: Record<string, number> = {};
  for (const { rule, counted } of scoreOf(diary, at).points) sums[rule] = (sums[rule] ?? 0) + counted;
  return sums;
};

/** Three object pages, two of them long, ten minutes in all, six messages, and the calculator. */
const hotLead = () =>
  a()
    .views("/a")
    .views("/b")
    .views("/c")
    .dwells("/a", 270)
    .dwells("/b", 270)
    .dwells("/c", 60)
    .writes(6)
    .note({ kind: "calculator_used" });

describe("the source's hot lead (catalogue 5.4)", () => {
  it("R12 H31 H32 H33 an anonymous visitor reaches 77 and is hot", () => {
    expect(scoreOf(hotLead())).toMatchObject({
      score: 77,
      behaviour: 77,
      fields: 0,
      band: "hot",
      grade: "D",
    });
    expect(rulesOf(hotLead())).toEqual({
      "pages.viewed": 15,
      "pages.dwell": 14,
      "pages.longSession": 10,
      "chat.message": 20,
      "tools.calculator": 18,
    });
  });

  it("R12 without the calculator and with three messages it is 47, and not hot", () => {
    const diary = a().views("/a").views("/b").views("/c");
    diary.dwells("/a", 270).dwells("/b", 270).dwells("/c", 60).writes(3);
    expect(scoreOf(diary)).toMatchObject({ score: 47, band: "warm" });
  });

  it("T28 silent for a week it is 39, for two weeks 19", () => {
    const diary = hotLead();
    expect([7, 14].map((days) => scoreOf(diary, diary.now + days * DAY_MS).score)).toEqual([39, 19]);
  });

  it("T25 reads B · 100 when the visitor says who it is as well", () => {
    const fields = {
      ...NO_FIELDS,
      email: "eva@example.org",
      phone: "0612345678",
      name: "Eva",
      timeFrameMonths: 2,
    };
    const diary = hotLead();
    const { grade, score } = scoreLead(fields, diary.events, DEFAULT_SCORING_CONFIG, diary.now);
    expect(`${grade} · ${score}`).toBe("B · 100");
  });
});

describe("pages", () => {
  it("T28 distinct object and price pages count, at most 20; the same page twice and other pages do not", () => {
    expect(rulesOf(a().views("/a").views("/a").views("/price", "price").views("/about", "other"))).toEqual({
      "pages.viewed": 10,
    });
    const many = a();
    for (let page = 0; page < 9; page += 1) many.views(`/${page}`);
    expect(rulesOf(many)).toEqual({ "pages.viewed": 20 });
  });

  it("T28 a long look counts from two minutes on one object page, in one session or in pieces, at most 21", () => {
    expect(rulesOf(a().dwells("/a", 119))).toEqual({});
    expect(rulesOf(a().dwells("/a", 60).dwells("/b", 60))).toEqual({});
    expect(rulesOf(a().dwells("/a", 60).dwells("/a", 60))).toEqual({ "pages.dwell": 7 });
    expect(rulesOf(a().dwells("/about", 600, "other"))).toEqual({});
    const diary = a();
    for (const page of ["/a", "/b", "/c", "/d"]) diary.dwells(page, 120);
    expect(rulesOf(diary)).toEqual({ "pages.dwell": 21 });
  });

  it("H31 ten minutes on object pages count once a session", () => {
    const diary = a().dwells("/a", 599);
    expect(rulesOf(diary)["pages.longSession"]).toBeUndefined();
    expect(rulesOf(diary.dwells("/a", 1).dwells("/a", 6_000))["pages.longSession"]).toBe(10);
    diary.returns("visit-2").dwells("/a", 600);
    expect(rulesOf(diary)["pages.longSession"]).toBe(20);
  });

  it("T28 coming back within a week counts, at most 12; after a longer time it does not", () => {
    const diary = a().views("/", "other");
    diary
      .waits(7 * DAY_MS)
      .returns("2")
      .views("/", "other");
    expect(rulesOf(diary)["pages.returned"]).toBe(6);
    diary
      .waits(7 * DAY_MS + 1)
      .returns("3")
      .views("/", "other");
    expect(rulesOf(diary)["pages.returned"]).toBeCloseTo(3, 5);
    for (const session of ["4", "5", "6"]) diary.waits(MINUTE_MS).returns(session).views("/", "other");
    expect(rulesOf(diary)["pages.returned"]).toBe(12);
  });

  it.each(["careers", "press", "legal"] as const)("T28 beginning on a %s page costs 10", (pageKind) => {
    expect(rulesOf(a().views("/x", pageKind).views("/a"))).toEqual({
      "pages.viewed": 5,
      "pages.landedElsewhere": -10,
    });
    expect(rulesOf(a().views("/a").views("/x", pageKind))).toEqual({ "pages.viewed": 5 });
  });

  it("T28 the group is capped at 45", () => {
    const diary = a();
    for (let page = 0; page < 5; page += 1) diary.views(`/${page}`).dwells(`/${page}`, 200);
    expect(scoreOf(diary).behaviour).toBe(45);
  });
});

describe("chat", () => {
  it("H32 the first message gives nothing, each later one 4, at most 20", () => {
    expect([1, 2, 6, 50].map((count) => scoreOf(a().writes(count)).score)).toEqual([0, 4, 20, 20]);
  });

  it("T28 signals give what they are worth, and the group is capped at 45", () => {
    const diary = a().note({ kind: "signal_found", signal: "price_question" });
    expect(scoreOf(diary).score).toBe(10);
    expect(scoreOf(diary.note({ kind: "signal_found", signal: "demo_request" })).score).toBe(35);
    expect(scoreOf(diary.note({ kind: "signal_found", signal: "human_request" })).score).toBe(45);
  });

  it("T28 not being interested costs 25, and never makes the score negative", () => {
    const diary = a().writes(6).note({ kind: "not_interested" });
    expect(scoreOf(diary)).toMatchObject({ score: 0, behaviour: -5 });
  });

  it("T28 what a penalty takes away leaves room below the cap", () => {
    const diary = a().writes(6).note({ kind: "signal_found", signal: "demo_request" });
    diary.note({ kind: "signal_found", signal: "human_request" }).note({ kind: "not_interested" });
    // 20 + 25 + 15 − 25 = 35, not 45 − 25.
    expect(scoreOf(diary).score).toBe(35);
  });
});

describe("tools and conversions", () => {
  it("H33 the calculator counts once in 24 h", () => {
    const diary = a()
      .note({ kind: "calculator_used" })
      .waits(DAY_MS - 1)
      .note({ kind: "calculator_used" });
    expect(scoreOf(diary).points).toHaveLength(1);
    diary.waits(1).note({ kind: "calculator_used" });
    expect(scoreOf(diary).points).toHaveLength(2);
  });

  it("T28 distinct conversions count 10 each, at most 20, and the group at most 38", () => {
    const save = (of: string) => ({ kind: "converted", conversion: "saved_object", of }) as const;
    expect(scoreOf(a().note(save("a")).note(save("a"))).score).toBe(10);
    expect(scoreOf(a().note(save("a")).note(save("b")).note(save("c"))).score).toBe(20);
    const diary = a().note(save("a")).note(save("b")).note({ kind: "calculator_used" });
    diary.waits(DAY_MS).note({ kind: "calculator_used" });
    expect(scoreOf(diary).score).toBe(38);
  });

  it.each(["unsubscribed", "consent_withdrawn"] as const)(
    "T28 %s: nothing from before counts any more",
    (kind) => {
      const diary = hotLead().waits(1).note({ kind });
      expect(scoreOf(diary)).toMatchObject({ score: 0, behaviour: 0, points: [] });
      expect(scoreOf(diary.waits(DAY_MS).note({ kind: "calculator_used" })).score).toBe(18);
    },
  );
});

describe("the sum", () => {
  it("R12 behaviour alone reaches 80 and no more", () => {
    const diary = hotLead().note({ kind: "signal_found", signal: "demo_request" });
    diary.note({ kind: "converted", conversion: "form", of: "contact" });
    expect(scoreOf(diary)).toMatchObject({ score: 80, behaviour: 80 });
  });

  it.each([
    [0, "cold"],
    [29, "cold"],
    [30, "warm"],
    [69, "warm"],
    [70, "hot"],
    [100, "hot"],
  ])("a score of %i is %s", (score, band) => {
    expect(bandOf(score, DEFAULT_SCORING_CONFIG)).toBe(band);
  });

  it("names the version of its configuration and the moment it holds for", () => {
    const diary = hotLead();
    const config = { ...DEFAULT_SCORING_CONFIG, version: "site-7" };
    expect(scoreLead(NO_FIELDS, diary.events, config, diary.now)).toMatchObject({
      configVersion: "site-7",
      at: diary.now,
    });
  });

  it("the default configuration is valid data", () => {
    expect(ScoringConfig.parse(JSON.parse(JSON.stringify(DEFAULT_SCORING_CONFIG)))).toEqual(
      DEFAULT_SCORING_CONFIG,
    );
  });
});

const event = fc
  .tuple(
    fc.constantFrom<Record<string, unknown>>(
      { kind: "page_viewed", page: "/a", pageKind: "object" },
      { kind: "page_viewed", page: "/b", pageKind: "price" },
      { kind: "page_viewed", page: "/jobs", pageKind: "careers" },
      { kind: "page_dwelt", page: "/a", pageKind: "object", visibleMs: 130_000 },
      { kind: "page_dwelt", page: "/b", pageKind: "object", visibleMs: 500_000 },
      { kind: "message_sent" },
      { kind: "signal_found", signal: "demo_request" },
      { kind: "not_interested" },
      { kind: "calculator_used" },
      { kind: "converted", conversion: "form", of: "contact" },
      { kind: "consent_withdrawn" },
    ),
    fc.nat({ max: 60 }),
    fc.nat({ max: 20 * 24 }),
  )
  .map(([told, number, hours]) =>
    BehaviourEvent.parse({
      ...told,
      id: `e${number}`,
      session: `s${hours % 5}`,
      at: MONDAY_NINE + hours * 60 * MINUTE_MS,
    }),
  );
const events = fc.uniqueArray(event, { selector: ({ id }) => id, maxLength: 40 });
const later = fc.nat({ max: 40 * 24 }).map((hours) => MONDAY_NINE + hours * 60 * MINUTE_MS);

describe("whatever happened", () => {
  it("T28 every point is accounted for: what counts adds up to the parts, and the parts to the score", () => {
    fc.assert(
      fc.property(events, later, (happened, at) => {
        const result = scoreLead(NO_FIELDS, happened, DEFAULT_SCORING_CONFIG, at);
        const sum = result.points.reduce((total, { counted }) => total + counted, 0);
        expect(sum).toBeCloseTo(result.behaviour, 6);
        expect(result.score).toBe(Math.max(0, Math.min(100, Math.round(result.behaviour))));
        expect(LeadScore.parse(result)).toEqual(result);
        for (const { source, expiry } of result.points) {
          expect(happened.map(({ id }) => id)).toContain(source);
          expect(expiry.kind).toBe("half_life");
        }
      }),
    );
  });

  it("Q27 the order of arrival and repetition change nothing", () => {
    fc.assert(
      fc.property(events, fc.infiniteStream(fc.nat()), later, (happened, chance, at) => {
        const shuffled = happened
          .map((item) => ({ item, key: chance.next().value as number }))
          .toSorted((one, other) => one.key - other.key)
          .map(({ item }) => item);
        expect(scoreLead(NO_FIELDS, [...shuffled, ...happened], DEFAULT_SCORING_CONFIG, at)).toEqual(
          scoreLead(NO_FIELDS, happened, DEFAULT_SCORING_CONFIG, at),
        );
      }),
    );
  });

  it("what lies in the future does not count yet", () => {
    fc.assert(
      fc.property(events, later, (happened, at) => {
        const known = happened.filter((item) => item.at <= at);
        expect(scoreLead(NO_FIELDS, happened, DEFAULT_SCORING_CONFIG, at)).toEqual(
          scoreLead(NO_FIELDS, known, DEFAULT_SCORING_CONFIG, at),
        );
      }),
    );
  });

  it("T28 nobody gets hotter by staying away", () => {
    const friendly = events.map((all) =>
      all.filter(({ kind }) => kind !== "not_interested" && kind !== "page_viewed"),
    );
    fc.assert(
      fc.property(friendly, fc.nat({ max: 30 }), fc.nat({ max: 30 }), (happened, days, more) => {
        const end = MONDAY_NINE + 20 * DAY_MS;
        const sooner = scoreLead(NO_FIELDS, happened, DEFAULT_SCORING_CONFIG, end + days * DAY_MS).score;
        const laterOn = scoreLead(
          NO_FIELDS,
          happened,
          DEFAULT_SCORING_CONFIG,
          end + (days + more) * DAY_MS,
        ).score;
        expect(laterOn).toBeLessThanOrEqual(sooner);
      }),
    );
  });
});
