/** What Sophie notices in a sentence, and what she must not. */
import { describe, expect, it } from "vitest";
import { SIGNAL_TYPES, TRIGGER_TYPES } from "../domain/trigger.ts";
import { detector } from "./detect.ts";

/** Each finding as `type: "words"`. */
function found(text: string): string[] {
  return detector
    .detect(text)
    .signals.map(
      ({ type, spans }) => `${type}: ${spans.map(({ start, end }) => text.slice(start, end)).join(" + ")}`,
    );
}

describe("H12 the built-in signals", () => {
  it("H12 are exactly four, and a site's own triggers have a type of their own", () => {
    expect([...SIGNAL_TYPES].sort()).toEqual(["demo_request", "hot_lead", "human_request", "price_question"]);
    expect(TRIGGER_TYPES).toContain("custom");
  });

  it.each([
    ["demo_request", "Kan ik het huis bezichtigen?"],
    ["price_question", "Zijn er bijkomende kosten?"],
    ["human_request", "Kan ik iemand spreken?"],
  ])("H12 a text can be a %s: %s", (type, text) => {
    expect(detector.detect(text).signals.map((signal) => signal.type)).toEqual([type]);
  });
});

describe("H13 H15 H16 H17 H18 H20 H21 H22 H23 H25 the examples of the catalogue", () => {
  it.each([
    ["H13 H15", "Kan ik het huis bezichtigen?", "demo_request: bezichtigen"],
    ["H16", "Is er een open huis?", "demo_request: open huis"],
    ["H17", "Ik wil een afspraak maken", "demo_request: afspraak maken"],
    ["H18 H20", "Wat is er onderhandelbaar?", "price_question: onderhandelbaar"],
    ["H21", "Zijn er bijkomende kosten?", "price_question: bijkomende kosten"],
    ["H22", "Hoeveel moet ik overbieden?", "price_question: overbieden"],
    ["H23 H25 F5 S4", "Kan ik iemand spreken?", "human_request: iemand spreken"],
  ])("%s %s", (_id, text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it("H26 Is er een makelaar beschikbaar?", () => {
    expect(found("Is er een makelaar beschikbaar?")).toEqual([
      expect.stringMatching(/^human_request: .*makelaar/),
    ]);
  });

  it("H27 a refusal of the bot is a request for a person, although it holds a negation and no person", () => {
    expect(found("Ik wil niet met een chatbot praten")).toEqual([
      expect.stringMatching(/^human_request: .*chatbot/),
    ]);
  });

  it("H13 is at least 80 % sure of an explicit request", () => {
    expect(detector.detect("Kan ik het huis bezichtigen?").signals[0]?.confidence).toBeGreaterThanOrEqual(
      0.8,
    );
  });

  it("T13 somebody who wants to buy is noticed", () => {
    expect(found("ik wil een bod doen")).not.toEqual([]);
  });
});

describe("the traps of the catalogue", () => {
  it.each(["Ik heb al met iemand gesproken", "user agent", "de agenda", "menselijk lichaam"])(
    "H28 nothing fires on: %s",
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});

describe("list prices", () => {
  it.each([
    "Wat kost het?",
    "How much is it?",
    "Was kostet das?",
    "Combien ça coûte ?",
    "Quanto custa?",
    "¿Cuánto cuesta?",
  ])("H18 a plain question is found, but not as something to escalate: %s", (text) => {
    const { signals, plainPrice } = detector.detect(text);
    expect(signals).toEqual([]);
    expect(plainPrice).toMatchObject({ type: "price_question", complex: false });
  });

  it("H18 a question that goes beyond one is complex", () => {
    const { signals, plainPrice } = detector.detect("Zijn er bijkomende kosten?");
    expect(signals).toMatchObject([{ type: "price_question", complex: true }]);
    expect(plainPrice).toBeNull();
  });
});

describe("H26 a site's own nouns", () => {
  it("count as people", () => {
    const nouns = { roleNouns: ["tuinarchitecte"], productNouns: [] };
    expect(detector.detect("Is de tuinarchitecte bereikbaar?", nouns).signals).toMatchObject([
      { type: "human_request" },
    ]);
  });

  it("count as viewings, also when they are two words", () => {
    const nouns = { roleNouns: [], productNouns: ["snuffel dag"] };
    expect(detector.detect("Kan ik een snuffel dag boeken?", nouns).signals).toMatchObject([
      { type: "demo_request" },
    ]);
  });
});

describe("one meaning, many ways to type it", () => {
  it.each([
    "KAN IK HET HUIS BEZICHTIGEN",
    "kan ik het huis bezichtigen 🙏🏡",
    "Kan ik het huis <b>bezichtigen</b>?",
    "Kan ik het huis bez\u200bichtigen?",
    "Kan ik het huis bеzichtigеn?",
    "Ｋａｎ ｉｋ ｈｅｔ ｈｕｉｓ ｂｅｚｉｃｈｔｉｇｅｎ？",
    "\u202eKan ik het huis bezichtigen?",
  ])("%j", (text) => {
    expect(detector.detect(text).signals.map(({ type }) => type)).toEqual(["demo_request"]);
  });
});

describe("a message in more than one language", () => {
  it.each([
    ["human_request", "Hi, kan ik please met een real person praten?"],
    ["demo_request", "Bonjour, I would love to book a viewing ce samedi si possible"],
    ["price_question", "Hallo, is there any discount wenn ich bar bezahle?"],
    ["human_request", "Hola, can I talk to someone por favor?"],
  ] as const)("fires %s: %s", (type, text) => {
    expect(detector.detect(text).signals.map((signal) => signal.type)).toContain(type);
  });
});

describe("H27 refusing the bot", () => {
  it.each([
    "Ik wil niet met een chatbot praten",
    "I don't want to talk to a chatbot",
    "Ich will nicht mit einem Chatbot reden",
    "Je ne veux pas parler à un robot",
    "Não quero falar com um robô",
    "No quiero hablar con un robot",
  ])("H27 asks for a person: %s", (text) => {
    expect(detector.detect(text).signals).toMatchObject([{ type: "human_request" }]);
  });
});

describe("a bare wish to be called, by the rule of docs/labels.md", () => {
  it.each(["bel me", "call me", "Rufen Sie mich an", "rappelez-moi", "me liga", "llámame"])(
    "H23 asks for a person: %s",
    (text) => {
      expect(detector.detect(text).signals).toMatchObject([{ type: "human_request" }]);
    },
  );

  it.each([
    "bel me niet",
    "don't call me",
    "Rufen Sie mich nicht an",
    "ne m'appelez pas",
    "não me ligue",
    "no me llames",
  ])("H28 turned down, asks for nobody: %s", (text) => {
    expect(detector.detect(text).signals).toEqual([]);
  });
});
