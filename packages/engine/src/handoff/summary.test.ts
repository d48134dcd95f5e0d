/** What an agent reads first: the visitor's own words, sorted into four parts, each with its source. */
import { describe, expect, it } from "vitest";
import type { SendId } from "../domain/id.ts";
import type { Language } from "../domain/language.ts";
import type { LogEntry } from "../domain/log-entry.ts";
import { NO_SUMMARY, type Summary, type SummaryItem } from "../domain/summary.ts";
import { ANA, aControlEntry, aMessageEntry } from "../testing/builders.ts";
import { openerAt } from "./opener.ts";
import { summarise } from "./summary.ts";

function summaryOf(texts: readonly string[], language: Language = "nl"): Summary {
  const entries = texts.map((text, index) => aMessageEntry({ seq: index + 1, text }));
  return summarise(entries, { language, address: "formal" });
}

const textsOf = (items: readonly SummaryItem[]) => items.map(({ text }) => text);

describe("the last lines", () => {
  it("H5 one message of the visitor is enough for a summary, and it is cited", () => {
    const entry = aMessageEntry({ text: "Kan ik het huis bezichtigen?" });
    expect(summaryOf([entry.text]).lines).toEqual([{ text: entry.text, message: entry.id }]);
  });

  it("H5 the last three things that the visitor said, in order; what others said is not the visitor's", () => {
    const log: LogEntry[] = [
      aMessageEntry({ seq: 1, text: "een" }),
      aMessageEntry({ seq: 2, text: "twee" }),
      aMessageEntry({ seq: 3, text: "Dorpstraat 15?", author: { kind: "bot" } }),
      aControlEntry({ seq: 4 }),
      aMessageEntry({ seq: 5, text: "drie" }),
      aMessageEntry({ seq: 6, text: "Wat zoekt u?", author: ANA }),
      aMessageEntry({ seq: 7, text: "vier" }),
    ];
    const summary = summarise(log, { language: "nl", address: "formal" });
    expect(summary.lines.map(({ text, message }) => `${message} ${text}`)).toEqual([
      "message-2 twee",
      "message-5 drie",
      "message-7 vier",
    ]);
    expect([summary.objects, summary.questions]).toEqual([[], []]);
  });

  it("H5 a long story is cut to a line, and line breaks are made plain", () => {
    const [line] = summaryOf([`Hallo,\n\n  ${"lang ".repeat(100)}`]).lines;
    expect(line?.text).toMatch(/^Hallo, lang lang .*…$/);
    expect(line?.text.length).toBe(240);
  });

  it("H5 who has said nothing has no summary", () => {
    expect(summarise([aControlEntry()], { language: "nl", address: "formal" })).toEqual(NO_SUMMARY);
  });

  it("H62 a summary that fails leaves the last three messages, and nothing is held up", () => {
    const entries = ["een", "twee", "drie", "vier"].map((text, index) =>
      aMessageEntry({ seq: index + 1, text }),
    );
    const broken = () => {
      throw new RangeError("too deep");
    };
    const summary = summarise(entries, { language: "nl", address: "formal" }, broken);
    expect(summary.lines.map(({ text }) => text)).toEqual(["twee", "drie", "vier"]);
    expect(summary).toMatchObject({ sought: null, objects: [], objections: [], questions: [] });
  });
});

describe("the four parts", () => {
  const DORPSTRAAT = [
    "Goedemiddag, ik zag het huis aan de Dorpstraat 15 op de site. Ik ben op zoek naar iets met een grote tuin.",
    "Kan de keuken verbouwd worden? Wij vinden hem te klein.",
    "Ik ben Jan de Vries. Is Dorpstraat 15 nog te bezichtigen?",
  ];

  it("H86 of Dorpstraat 15 and the kitchen: what it is about, and what is asked", () => {
    const { sought, objects, questions } = summaryOf(DORPSTRAAT);
    expect(sought?.text).toBe("Is Dorpstraat 15 nog te bezichtigen?");
    expect(objects[0]).toEqual({
      text: "Dorpstraat 15",
      cites: [
        { kind: "message", id: "message-1" },
        { kind: "message", id: "message-3" },
      ],
    });
    expect(textsOf(questions)).toContain("Kan de keuken verbouwd worden?");
  });

  it("H85 R33 there are five fields, and every item cites the messages that it was taken from", () => {
    const summary = summaryOf(DORPSTRAAT);
    expect(textsOf(summary.objections)).toEqual(["Wij vinden hem te klein."]);
    expect(summary.opener).toContain("Dorpstraat 15");
    expect(summary.by).toBe("rules");
    const items = [...summary.objects, ...summary.objections, ...summary.questions];
    if (summary.sought !== null) items.push(summary.sought);
    expect(items.length).toBeGreaterThan(4);
    for (const { text, cites } of items) {
      expect(cites.length).toBeGreaterThan(0);
      for (const cite of cites) {
        const place = DORPSTRAAT.findIndex(
          (_, index) => cite.kind === "message" && cite.id === `message-${index + 1}`,
        );
        expect(DORPSTRAAT[place]).toContain(text);
      }
    }
  });

  it.each<
    [Language, readonly string[], Readonly<Record<"sought" | "object" | "question" | "objection", string>>]
  >([
    [
      "nl",
      ["Ik zoek een huis, zoals Kerkplein 3.", "mag er een dakkapel op", "De prijs is te hoog voor ons."],
      {
        sought: "Ik zoek een huis",
        object: "Kerkplein 3",
        question: "mag er een dakkapel op",
        objection: "te hoog",
      },
    ],
    [
      "en",
      [
        "Hi, we are looking at 12 Mill Lane and would like to view it",
        "Can the kitchen be extended",
        "It is a bit too expensive.",
      ],
      {
        sought: "would like to view",
        object: "12 Mill Lane",
        question: "kitchen",
        objection: "too expensive",
      },
    ],
    [
      "de",
      [
        "Ich interessiere mich für die Lindenstraße 12.",
        "Kann man die Küche umbauen?",
        "Der Garten ist leider zu klein.",
      ],
      { sought: "interessiere mich", object: "Lindenstraße 12", question: "Küche", objection: "zu klein" },
    ],
    [
      "fr",
      [
        "Je voudrais visiter le 12 rue des Lilas.",
        "Est-ce qu'on peut agrandir la cuisine ?",
        "C'est trop cher pour nous.",
      ],
      { sought: "visiter", object: "12 rue des Lilas", question: "cuisine", objection: "trop cher" },
    ],
    [
      "pt",
      [
        "Procuro um apartamento e vi a Rua das Flores 12.",
        "É possível remodelar a cozinha?",
        "Acho muito caro.",
      ],
      { sought: "Procuro", object: "Rua das Flores 12", question: "cozinha", objection: "muito caro" },
    ],
    [
      "es",
      ["Busco un piso y he visto la Calle Mayor 8.", "¿Se puede reformar la cocina?", "Es demasiado caro."],
      { sought: "Busco un piso", object: "Calle Mayor 8", question: "cocina", objection: "demasiado caro" },
    ],
  ])("H85 works in %s", (language, texts, wanted) => {
    const summary = summaryOf(texts, language);
    expect(summary.sought?.text).toContain(wanted.sought);
    expect(textsOf(summary.objects)).toEqual([wanted.object]);
    expect(textsOf(summary.questions).join()).toContain(wanted.question);
    expect(textsOf(summary.objections).join()).toContain(wanted.objection);
  });

  it("H85 a visitor who writes another language than the page's is understood all the same", () => {
    const { sought, questions } = summaryOf(
      ["Ich suche ein Haus mit Garten.", "Kann man die Küche umbauen"],
      "nl",
    );
    expect(sought?.text).toBe("Ich suche ein Haus mit Garten.");
    expect(textsOf(questions)).toEqual(["Kann man die Küche umbauen"]);
  });

  it.each([
    ["one's own name", "Ik ben Jan de Vries en mijn mail is Jan@Example.org"],
    ["a day or a month", "kan het op Dinsdag of in Maart"],
    ["a word at the beginning", "Kan 2 keer per week ook?"],
    ["an address on the web", "ik zag https://example.org/Objecten/V60 staan"],
  ])("H85 %s is no object", (_what, text) => {
    expect(summaryOf([text]).objects).toEqual([]);
  });

  it.each([
    ["typed without capitals", "is dorpstraat 15 nog vrij", "Dorpstraat 15"],
    ["with a letter", "Is Van Goghstraat 3b nog vrij?", "Van Goghstraat 3b"],
    ["a car", "Heeft de Volvo V60 een trekhaak?", "Volvo V60"],
    ["a place in the middle of a sentence", "ik zoek iets in Hazerdam", "Hazerdam"],
  ])("H85 an object %s is known", (_what, text, object) => {
    expect(textsOf(summaryOf([text]).objects)).toEqual([object]);
  });

  it("H85 a street without its number is the house that was named before", () => {
    const { objects } = summaryOf([
      "Ik kom voor Dorpstraat 15.",
      "Heeft het huis aan de Dorpstraat een garage?",
    ]);
    expect(objects).toMatchObject([
      { text: "Dorpstraat 15", cites: [{ id: "message-1" }, { id: "message-2" }] },
    ]);
  });

  it("Q23 nothing that a visitor can type takes long or throws", () => {
    const walls = [
      "a".repeat(4_000),
      "Aa ".repeat(1_300),
      "straat ".repeat(570),
      "1 A ".repeat(1_000),
      "?!. ".repeat(1_000),
    ];
    const started = performance.now();
    for (const wall of walls) summaryOf(Array.from({ length: 5 }, () => wall));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("the opener", () => {
  const AT = { message: "message-1" as SendId };

  it("H87 greets by the hour, names what is wanted, and ends with a proposal for a viewing", () => {
    const { opener, lines } = summaryOf(["Ik heb interesse in Dorpstraat 15."]);
    expect(lines[0]?.message).toBe(AT.message);
    expect([6, 11, 12, 17, 18, 23, 3].map((hour) => openerAt(opener, "nl", hour).split(",")[0])).toEqual([
      "Goedemorgen",
      "Goedemorgen",
      "Goedemiddag",
      "Goedemiddag",
      "Goedenavond",
      "Goedenavond",
      "Goedenavond",
    ]);
    expect(openerAt(opener, "nl", 14)).toBe(
      "Goedemiddag, ik zag dat u interesse heeft in Dorpstraat 15. Zullen we een bezichtiging plannen?",
    );
  });

  it("H87 quotes what was asked, and follows the site's form of address", () => {
    const entries = [
      aMessageEntry({ text: "Ik heb interesse in Dorpstraat 15. Kan de keuken verbouwd worden?" }),
    ];
    const { opener } = summarise(entries, { language: "nl", address: "informal" });
    expect(openerAt(opener, "nl", 9)).toBe(
      "Goedemorgen, ik zag dat je interesse hebt in Dorpstraat 15. Je vroeg: “Kan de keuken verbouwd worden?” " +
        "Zullen we een bezichtiging plannen?",
    );
  });

  it.each<[Language, string, string, RegExp]>([
    ["en", "I want to see 12 Mill Lane.", "Good afternoon, I saw", /Shall we plan a viewing\?$/],
    ["de", "Ich suche etwas wie Lindenstraße 12.", "Guten Tag, ich habe", /Besichtigung vereinbaren\?$/],
    ["fr", "Je cherche le 12 rue des Lilas.", "Bonjour, j’ai vu", /une visite \?$/],
    ["pt", "Procuro a Rua das Flores 12.", "Boa tarde, vi", /marcar uma visita\?$/],
    ["es", "Busco la Calle Mayor 8.", "Buenas tardes, he visto", /concertamos una visita\?$/],
  ])("H87 speaks %s", (language, text, beginning, end) => {
    const spoken = openerAt(summaryOf([text], language).opener, language, 15);
    expect(spoken.startsWith(beginning)).toBe(true);
    expect(spoken).toMatch(end);
  });
});

it("Q20 what somebody types to keep a server busy is summed up as fast as anything else", () => {
  const texts = ["dorpstraa".repeat(444), "A-".repeat(2_000), "A'".repeat(2_000), "a".repeat(4_000)];
  const start = performance.now();
  expect(summaryOf(Array.from({ length: 25 }, () => texts).flat()).objects).toEqual([]);
  // A long word that is read again from each of its letters makes many seconds of it.
  expect(performance.now() - start).toBeLessThan(1_500);
});
