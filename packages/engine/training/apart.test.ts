/** Nothing that the detector is measured on is learned. */
import { expect, it } from "vitest";
import { apartFrom } from "./apart.ts";
import { parseCorpusFile } from "./corpus.ts";

it("Q15 a message of the test set is not learned, in whatever case and with whatever marks it is written", () => {
  const tests = parseCorpusFile("@ human | anybody\nIs er iemand?\n", "nl", "test");
  const lines = parseCorpusFile(
    "@ human | home\nis er [iemand]!!\nIs er iemand thuis?\nÍS ER IÉMAND\n",
    "nl",
    "talk",
  );
  expect(apartFrom(tests, lines).map(({ text }) => text)).toEqual(["Is er iemand thuis?"]);
});
