/** A site's own words: found however they are written, and nowhere else. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CustomTrigger } from "../domain/custom-trigger.ts";
import { LANGUAGES, type Language } from "../domain/language.ts";
import { stemOf } from "./stem.ts";
import { createTriggerFinder } from "./triggers.ts";

const trigger = (phrase: string, more: Partial<CustomTrigger> = {}): CustomTrigger => ({
  id: phrase,
  name: phrase,
  phrase,
  language: "nl",
  inflected: false,
  ...more,
});

/** Each match as `id: the words in the text`. */
function found(triggers: readonly CustomTrigger[], text: string): string[] {
  return createTriggerFinder(triggers)(text).map(
    (match) => `${match.trigger.id}: ${text.slice(match.span.start, match.span.end)}`,
  );
}

describe("finding", () => {
  it("S6 a word fires where it stands, and only as a whole word", () => {
    const triggers = [trigger("restitutie")];
    expect(found(triggers, "Ik wil restitutie")).toEqual(["restitutie: restitutie"]);
    expect(found(triggers, "Ik wil restituties")).toEqual([]);
    expect(found(triggers, "restitutiebeleid")).toEqual([]);
  });

  it("S6 its inflected forms fire only where that is switched on", () => {
    expect(found([trigger("restitutie", { inflected: true })], "Ik wil restituties!")).toEqual([
      "restitutie: restituties",
    ]);
  });

  it.each([
    ["RESTITUTIE graag", "RESTITUTIE"],
    ["een réstïtutié", "réstïtutié"],
    ["een re\u0301stitutie", "re\u0301stitutie"],
    ["resti\u00ADtutie", "resti\u00ADtutie"],
    ["r\u200Bestitutie", "r\u200Bestitutie"],
    ["(restitutie)", "restitutie"],
    ["😀restitutie😀", "restitutie"],
  ])("S6 case, accents and hidden signs do not matter: %j", (text, words) => {
    expect(found([trigger("Restitutie")], text)).toEqual([`Restitutie: ${words}`]);
  });

  it("S6 a phrase may be spread over spaces, lines and hyphens, not over sentences", () => {
    const triggers = [trigger("geld terug")];
    for (const text of ["geld   terug", "geld\nterug", "geld-terug", "geld, terug"]) {
      expect(found(triggers, text)).toEqual([`geld terug: ${text}`]);
    }
    expect(found(triggers, "Dat kost geld. Terug naar af.")).toEqual([]);
    expect(found(triggers, "terug geld")).toEqual([]);
  });

  it("S6 the longest match is the span", () => {
    const triggers = [
      trigger("geld"),
      trigger("geld terug"),
      trigger("mijn geld terug"),
      trigger("terug sturen"),
    ];
    expect(found(triggers, "Ik wil mijn geld terug sturen")).toEqual(["mijn geld terug: mijn geld terug"]);
    const later = [trigger("geld terug"), trigger("terug naar de winkel")];
    expect(found(later, "geld terug naar de winkel")).toEqual(["terug naar de winkel: terug naar de winkel"]);
    expect(found(triggers, "geld en geld terug")).toEqual(["geld: geld", "geld terug: geld terug"]);
  });

  it("S6 exact and inflected triggers of several languages live side by side", () => {
    const triggers = [
      trigger("refund", { language: "en", inflected: true }),
      trigger("Kündigung", { language: "de", inflected: true }),
      trigger("no-show"),
    ];
    expect(found(triggers, "Refunds, KÜNDIGUNGEN and a no show")).toEqual([
      "refund: Refunds",
      "Kündigung: KÜNDIGUNGEN",
      "no-show: no show",
    ]);
  });

  it("S7 a deleted trigger no longer fires; what fired before keeps its name", () => {
    const both = [trigger("restitutie"), trigger("annulering")];
    const before = createTriggerFinder(both)("restitutie na annulering");
    const after = createTriggerFinder(both.slice(1))("restitutie na annulering");
    expect(after.map((match) => match.trigger.phrase)).toEqual(["annulering"]);
    expect(before.map((match) => match.trigger.phrase)).toEqual(["restitutie", "annulering"]);
  });

  it("S6 no triggers, nothing fires; a phrase of signs alone is none", () => {
    expect(found([], "restitutie")).toEqual([]);
    expect(found([trigger("?!")], "Wat?!")).toEqual([]);
    expect(CustomTrigger.safeParse(trigger("?!")).success).toBe(false);
    expect(CustomTrigger.safeParse(trigger("restitutie")).success).toBe(true);
  });
});

describe("S6 forms of one word", () => {
  it.each<[Language, string[]]>([
    ["nl", ["restitutie", "restituties"]],
    ["nl", ["annuleren", "annuleer", "annuleert", "geannuleerd"]],
    ["nl", ["klacht", "klachten"]],
    ["nl", ["huis", "huizen"]],
    ["nl", ["prijs", "prijzen"]],
    ["nl", ["huur", "huren", "huurt"]],
    ["nl", ["opzeggen", "opzeg"]],
    ["nl", ["abonnement", "abonnementen"]],
    ["en", ["refund", "refunds", "refunded", "refunding"]],
    ["en", ["cancel", "cancels", "cancelled", "cancelling", "canceled"]],
    ["en", ["charge", "charges", "charged", "charging"]],
    ["en", ["warranty", "warranties"]],
    ["en", ["box", "boxes"]],
    ["de", ["kundigen", "kundige", "kundigt", "gekundigt"]],
    ["de", ["erstattung", "erstattungen"]],
    ["de", ["haus", "hauser", "hausern"]],
    ["de", ["vertrag", "vertrage", "vertrages"]],
    ["fr", ["annuler", "annule", "annulee", "annulees", "annulez"]],
    ["fr", ["remboursement", "remboursements"]],
    ["fr", ["animal", "animaux"]],
    ["pt", ["cancelar", "cancelado", "cancelei", "cancelou", "cancelando"]],
    ["pt", ["devolucao", "devolucoes"]],
    ["pt", ["reembolso", "reembolsos"]],
    ["pt", ["animal", "animais"]],
    ["es", ["anular", "anulado", "anulada", "anulan", "anulando"]],
    ["es", ["devolucion", "devoluciones"]],
    ["es", ["reembolso", "reembolsos", "reembolsar"]],
  ])("S6 %s: %o have one stem", (language, forms) => {
    expect(new Set(forms.map((form) => stemOf(form, language))).size).toBe(1);
  });

  it.each<[Language, string, string]>([
    ["nl", "klacht", "klank"],
    ["nl", "korting", "kort"],
    ["en", "refund", "fund"],
    ["en", "business", "busy"],
    ["de", "haus", "haut"],
    ["fr", "prix", "prise"],
    ["pt", "contrato", "contra"],
    ["es", "cancelar", "canto"],
  ])("S6 %s: %s is not %s", (language, one, other) => {
    expect(stemOf(one, language)).not.toBe(stemOf(other, language));
  });

  it("S6 a stem is never empty and never longer than its word", () => {
    fc.assert(
      fc.property(fc.constantFrom(...LANGUAGES), fc.stringMatching(/^[a-z]{1,30}$/), (language, word) => {
        const stem = stemOf(word, language);
        expect(stem.length).toBeGreaterThan(0);
        expect(stem.length).toBeLessThanOrEqual(word.length);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("odd input", () => {
  const triggers = LANGUAGES.flatMap((language) => [
    trigger("geld terug", { id: `${language}-1`, language, inflected: true }),
    trigger("a a a a a a a a b", { id: `${language}-2`, language, inflected: true }),
  ]).concat(trigger("restitutie"));
  const find = createTriggerFinder(triggers);
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc
      .array(
        fc.constantFrom(
          "geld",
          "TERUG",
          "restitutie",
          " ",
          "\u200B",
          "\uD83D",
          "\u202E",
          "e\u0301",
          ".",
          "<b>",
        ),
      )
      .map((parts) => parts.join("")),
  );

  it("S6 nothing throws, and spans are exact: in order, apart, and finding the same when read alone", () => {
    fc.assert(
      fc.property(text, (any) => {
        let end = 0;
        for (const { trigger: of, span } of find(any)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(any.length);
          expect(find(any.slice(span.start, span.end)).map((match) => match.trigger.id)).toEqual([of.id]);
          end = span.end;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    "",
    "\uD800",
    "a ".repeat(50_000),
    "a".repeat(100_000),
    "\u0301".repeat(100_000),
    "é\u0301".repeat(50_000),
  ])("S6 however long and strange, it is read and nothing fires (case %#)", (long) => {
    expect(find(long)).toEqual([]);
  });

  it("S6 no more than 4,000 signs are read, so that the time is bounded", () => {
    expect(find(`${" ".repeat(3_990)}restitutie`)).toHaveLength(1);
    expect(find(`${" ".repeat(3_991)}restitutie`)).toEqual([]);
  });
});
