/** `sophie detect "…"`: what Sophie reads in a sentence, for whoever wonders why she did or did not hand over. */
import { detectCommand } from "../detect-command.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

const EXAMPLE = 'sophie detect "Kan ik het huis bezichtigen?"';
const HELP = `${EXAMPLE}

Says what Sophie would act on in a visitor's message: which signal, how sure she is, and on which words.
The numbers below a signal add up to its confidence. The last line says what is left without the words that matter most.
What begins with a dash is read as a message after two of them: sophie detect -- --demo`;

export function detect(words: readonly string[], { print, complain }: Terminal): ExitCode {
  const end = words.indexOf("--");
  const flag = (end === -1 ? words : words.slice(0, end)).find(looksLikeFlag);
  if (flag === "--help" || flag === "-h") {
    print(HELP);
    return 0;
  }
  if (flag !== undefined) {
    complain(`There is no flag ${flag}. To have it read as a message: sophie detect -- ${flag}`);
    return 2;
  }
  const text = words
    .filter((_, place) => place !== end)
    .join(" ")
    .trim();
  if (text === "") {
    complain(`Say what to look at, for example: ${EXAMPLE}`);
    return 2;
  }
  print(detectCommand(text));
  return 0;
}

/** One bare word, so that a message such as "-10 % korting?" or "- een mens graag" is none. */
function looksLikeFlag(word: string): boolean {
  return /^--?[a-z][a-z-]*(=.*)?$/i.test(word);
}
