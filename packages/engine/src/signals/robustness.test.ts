/** Whatever a visitor pastes, detection answers, soon, and with spans that hold. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detector } from "./detect.ts";
import { TEXT_CHARS_MAX } from "./judge.ts";

const REQUEST = "Kan ik iemand spreken?";
const CALM = "Het is hier vandaag lekker rustig en de tuin staat in bloei. ";

/** 𝐊𝐚𝐧 𝐢𝐤 …: bold letters of their own, two UTF-16 units each. */
function inMathematicalLetters(text: string): string {
  return text.replace(/[a-z]/gi, (letter) =>
    String.fromCodePoint((letter < "a" ? 0x1d400 - 65 : 0x1d41a - 97) + letter.charCodeAt(0)),
  );
}

function typesIn(text: string): string[] {
  return detector.detect(text).signals.map(({ type }) => type);
}

const oddCharacter = fc.constantFrom(
  "\ud800",
  "\udc00",
  "\u202e",
  "\u2066",
  "\u200b",
  "\u200d",
  "\ufeff",
  "\u0301",
  "а",
  "е",
  "Ａ",
  "<b>",
  "<",
  "&nbsp;",
  "🏡",
  "\0",
  "\n",
  "ß",
  "ﬁ",
  "漢",
);

describe("odd input", () => {
  it("never throws, and spans lie inside the text, in order, without overlap", () => {
    const text = fc
      .array(
        fc.oneof(fc.constantFrom(REQUEST, CALM, "bezichtigen"), oddCharacter, fc.string({ unit: "binary" })),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (typed) => {
        for (const { confidence, spans } of detector.detect(typed).signals) {
          const isInOrder = spans.every(
            ({ start, end }, at) => start >= (spans[at - 1]?.end ?? 0) && end > start && end <= typed.length,
          );
          expect({ isInOrder, isShare: confidence > 0 && confidence <= 1 }).toEqual({
            isInOrder: true,
            isShare: true,
          });
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each(["", " ", "\n\n", "?!", "🙏🙏🙏", "\ud800", "\u202e\u2066", "\u200b", "<br>", "12345", "漢字"])(
    "nothing is found in %j",
    (text) => {
      expect(detector.detect(text)).toEqual({ signals: [], plainPrice: null });
    },
  );

  it.each([
    ["a wall of one letter", "a".repeat(100_000)],
    ["a wall of words", "bezichtigen ".repeat(9_000)],
    ["a wall of open tags", "<a ".repeat(33_000)],
    ["a wall of combining marks", "\u0301".repeat(100_000)],
    ["a wall of halves", "\ud83d".repeat(100_000)],
  ])("100,000 characters cost no more than the first %# : %s", (_name, text) => {
    const whole = detector.detect(text);
    expect(whole).toEqual(detector.detect(text.slice(0, TEXT_CHARS_MAX)));
  });

  it("the same text always gives the same answer", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(detector.detect(text)).toEqual(detector.detect(text));
      }),
    );
  });
});

describe("letters in disguise", () => {
  it.each([
    ["zero-width between all letters", REQUEST.split("").join("\u200b")],
    ["soft hyphens", REQUEST.split("").join("\u00ad")],
    [
      "combining marks",
      REQUEST.split("")
        .map((letter) => (letter === "e" ? "e\u0301" : letter))
        .join(""),
    ],
    ["Cyrillic look-alikes", REQUEST.replaceAll("e", "е").replaceAll("a", "а").replaceAll("p", "р")],
    ["Greek look-alikes", REQUEST.replaceAll("i", "ι").replaceAll("n", "η")],
    [
      "full width",
      REQUEST.split("")
        .map((c) => (c === " " ? c : String.fromCharCode(c.charCodeAt(0) + 0xfee0)))
        .join(""),
    ],
    ["markup", `<p class="x">Kan ik <strong>iemand</strong> <em>spreken</em>?</p>`],
    ["shouting", REQUEST.toUpperCase()],
    ["mathematical letters", inMathematicalLetters(REQUEST)],
    ["letters in rings", "ⓚⓐⓝ ⓘⓚ ⓘⓔⓜⓐⓝⓓ ⓢⓟⓡⓔⓚⓔⓝ?"],
    ["digits for letters", "K4n ik i3m4nd spr3k3n?"],
    ["letters spelled out", "Kan ik i e m a n d  s p r e k e n ?"],
    ["letters with dots between", "Kan ik i.e.m.a.n.d spreken?"],
    ["direction controls", `\u202b${REQUEST}\u202c`],
  ])("%s", (_name, text) => {
    expect(typesIn(text)).toEqual(["human_request"]);
  });
});

describe("one word in disguise", () => {
  it.each(["demo", "d3mo", "dem0", "d e m o", "d.e.m.o", "d-e-m-o", "𝐝𝐞𝐦𝐨", "ｄｅｍｏ", "ⓓⓔⓜⓞ", "ᵈᵉᵐᵒ"])(
    "%s is read as the word that it is, and underlined as it was typed",
    (typed) => {
      const { signals } = detector.detect(`${typed} please`);
      expect(signals.map(({ type, spans }) => [type, spans])).toEqual([
        ["demo_request", [{ start: 0, end: typed.length }]],
      ]);
    },
  );
});

describe("long messages", () => {
  it("a request in the middle is found", () => {
    expect(typesIn(`Wij hebben de foto's gezien. ${REQUEST} Fijne dag nog.`)).toEqual(["human_request"]);
  });

  it("a long calm message stays calm", () => {
    expect(typesIn(CALM.repeat(30))).toEqual([]);
  });
});
