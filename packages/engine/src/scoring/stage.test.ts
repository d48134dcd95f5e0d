/** The way to buying: up by itself, down only by a person. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEAD_STAGES, stageRank } from "../domain/lead-stage.ts";
import { BehaviourDiary } from "../testing/behaviour.ts";
import { ANA, MONDAY_NINE } from "../testing/builders.ts";
import { DEFAULT_SCORING_CONFIG } from "./default-config.ts";
import { advanceStage, countConversions, moveStage, sourceOf, type StageFacts } from "./stage.ts";

const NOTHING: StageFacts = { score: 0, hasContactDetail: false, conversions: 0, hasAcceptedHandoff: false };
const from = (present: (typeof LEAD_STAGES)[number], facts: Partial<StageFacts>) =>
  advanceStage(present, { ...NOTHING, ...facts }, DEFAULT_SCORING_CONFIG);

describe("up, by itself", () => {
  it("T29 everybody begins at the top, and the source of the first visit is kept", () => {
    const diary = new BehaviourDiary()
      .views("/", "other", "ad")
      .waits(1)
      .returns("2")
      .views("/", "other", "social");
    expect([from("top_of_funnel", {}), sourceOf(diary.events)]).toEqual(["top_of_funnel", "ad"]);
    expect([sourceOf([]), sourceOf(new BehaviourDiary().views("/").events)]).toEqual(["direct", "direct"]);
  });

  it("T30 a second distinct conversion qualifies; the same one again does not", () => {
    const form = { kind: "converted", conversion: "form", of: "contact" } as const;
    const diary = new BehaviourDiary().note(form).note(form);
    expect(from("top_of_funnel", { conversions: countConversions(diary.events, diary.now) })).toBe(
      "top_of_funnel",
    );
    diary.note({ kind: "converted", conversion: "brochure", of: "Dorpstraat 15" });
    expect(from("top_of_funnel", { conversions: countConversions(diary.events, diary.now) })).toBe(
      "qualified",
    );
  });

  it("T30 so does a score of 30 with an e-mail address or a phone number", () => {
    expect(from("top_of_funnel", { score: 30, hasContactDetail: true })).toBe("qualified");
    expect(from("top_of_funnel", { score: 29, hasContactDetail: true })).toBe("top_of_funnel");
    expect(from("top_of_funnel", { score: 69 })).toBe("top_of_funnel");
  });

  it("T31 a score of 70 or an accepted handoff is an opportunity", () => {
    expect(from("top_of_funnel", { score: 70 })).toBe("opportunity");
    expect(from("qualified", { hasAcceptedHandoff: true })).toBe("opportunity");
  });

  it("T26 T32 no facts take a stage down, and none make a customer", () => {
    const facts = fc.record({
      score: fc.integer({ min: 0, max: 100 }),
      hasContactDetail: fc.boolean(),
      conversions: fc.nat({ max: 5 }),
      hasAcceptedHandoff: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.constantFrom(...LEAD_STAGES), facts, (present, any) => {
        const next = advanceStage(present, any, DEFAULT_SCORING_CONFIG);
        expect(stageRank(next)).toBeGreaterThanOrEqual(stageRank(present));
        expect(next === "customer").toBe(present === "customer");
      }),
    );
  });
});

describe("by a person", () => {
  it("T32 an agent makes a customer, and takes one down again; both are there to be logged", () => {
    expect(moveStage("opportunity", "customer", ANA, MONDAY_NINE)).toEqual({
      from: "opportunity",
      to: "customer",
      by: ANA,
      at: MONDAY_NINE,
    });
    expect(moveStage("customer", "top_of_funnel", ANA, MONDAY_NINE)?.to).toBe("top_of_funnel");
  });

  it("T32 nobody else does, and staying is no move", () => {
    for (const kind of ["visitor", "bot", "system"] as const) {
      expect(moveStage("opportunity", "customer", { kind }, MONDAY_NINE)).toBeNull();
    }
    expect(moveStage("qualified", "qualified", ANA, MONDAY_NINE)).toBeNull();
  });
});
