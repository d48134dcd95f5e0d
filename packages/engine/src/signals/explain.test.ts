/** Why a message was judged as it was: shares that add up, and what would change the verdict. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detector } from "./detect.ts";
import { explain } from "./explain.ts";

const MESSAGES = [
  "Wat is er onderhandelbaar?",
  "Kan ik het huis zaterdag bezichtigen en zijn er bijkomende kosten?",
  "I've read everything on the site, it all looks great, but before we decide could I speak to someone about the extension?",
  "Ich möchte einen Termin vereinbaren",
  "¿Cuánto cuesta?",
  "Je voudrais prendre rendez-vous samedi",
];

describe("N1 an explanation", () => {
  it.each(MESSAGES)("has shares that add up to the confidence: %s", (text) => {
    const { findings } = explain(text);
    expect(findings).not.toEqual([]);
    for (const { signal, contributions } of findings) {
      const sum = contributions.reduce((total, { share }) => total + share, 0);
      expect(Math.abs(sum - signal.confidence)).toBeLessThan(0.01);
    }
  });

  it.each(MESSAGES)("names words as they were typed, and the findings of detect: %s", (text) => {
    const { signals, plainPrice } = detector.detect(text);
    const { findings } = explain(text);
    expect(findings.map(({ signal }) => signal)).toEqual(
      plainPrice === null ? signals : [...signals, plainPrice],
    );
    const named = findings.flatMap(({ contributions }) => contributions.filter(({ span }) => span !== null));
    expect(named.map(({ words }) => words)).toEqual(
      named.map(({ span }) => text.slice(span!.start, span!.end)),
    );
  });

  it("says what would be left without the words that matter most, and that is so", () => {
    const text = "Wat is er onderhandelbaar?";
    const { without } = explain(text).findings[0]!;
    expect(without).toMatchObject({ words: "onderhandelbaar", fires: false });
    expect(without.confidence).toBeLessThan(0.5);
    const rest = detector.detect(text.replace(without.words, ""));
    expect(rest.signals.some(({ type }) => type === "price_question")).toBe(without.fires);
  });

  it("has nothing to say where nothing fires", () => {
    expect(explain("de agenda").findings).toEqual([]);
  });

  it("never throws, and always adds up", () => {
    const piece = fc.oneof(fc.constantFrom(...MESSAGES), fc.string({ unit: "binary", maxLength: 60 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        for (const { signal, contributions } of explain(pieces.join(" ")).findings) {
          const sum = contributions.reduce((total, { share }) => total + share, 0);
          expect(Math.abs(sum - signal.confidence)).toBeLessThan(0.01);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("N1 a list price that is asked for twice still counts without the first time", () => {
    const [finding] = explain("Wat kost het? Hoeveel kost dat?").findings;
    expect(finding?.signal.complex).toBe(false);
    expect(finding?.without).toMatchObject({ fires: true });
  });
});
