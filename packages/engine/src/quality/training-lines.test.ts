/** What was judged wrong, as the corpus takes it in. */
import { expect, it } from "vitest";
import { parseCorpusFile } from "../../training/corpus.ts";
import { trainingLines } from "./training-lines.ts";

it("H90 wrong escalations become lines of the corpus, without what says who wrote them", () => {
  const content = trainingLines([
    { signal: "demo_request", text: "Ik heb [gisteren] al\nbezichtigd, bel 06-12 34 56 78" },
    { signal: "demo_request", text: "@ anna.de.vries@example.org vroeg het" },
    { signal: "demo_request", text: "@ anna.de.vries@example.org vroeg het" },
    { signal: "price_question", text: "De prijs staat op 450.000 zie ik" },
  ]);
  const examples = parseCorpusFile(content, "nl", "improvements");
  expect(examples.map(({ text, labels, idea, marked }) => [text, labels, idea, marked])).toEqual([
    ["Ik heb gisteren al bezichtigd, bel 0600000000", [], expect.stringContaining("judged no demo"), []],
    ["naam@voorbeeld.nl vroeg het", [], expect.stringContaining("judged no demo"), []],
    ["De prijs staat op 450.000 zie ik", [], expect.stringContaining("judged no price"), []],
  ]);
});
