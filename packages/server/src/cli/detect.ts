/** `sophie detect "…"`: what Sophie reads in a message, for whoever wonders why she did or did not hand over. */
import { TEXT_CHARS_MAX } from "@sophie/engine/detector";
import { detectCommand, detectJson } from "../detect-command.ts";
import { printable } from "../printable.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

const EXAMPLE = 'sophie detect "Kan ik het huis bezichtigen?"';
const HELP = `${EXAMPLE}
sophie detect --json < messages.txt

Says what Sophie would act on in a visitor's message: which signal, how sure she is, and on which words.
The numbers below a signal add up to its confidence. The last line says what is left without the words that matter most.
Without a message it reads standard input, one message a line. With --json each message gives one line of JSON.
What begins with a dash is read as a message after two of them: sophie detect -- --demo`;

export async function detect(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { print, complain } = terminal;
  const end = words.indexOf("--");
  const flags = (end === -1 ? words : words.slice(0, end)).filter(looksLikeFlag);
  if (flags.some((flag) => flag === "--help" || flag === "-h")) {
    print(HELP);
    return 0;
  }
  const unknown = flags.find((flag) => flag !== "--json");
  if (unknown !== undefined) {
    complain(`There is no flag ${unknown}. To have it read as a message: sophie detect -- ${unknown}`);
    return 2;
  }
  const isJson = flags.length > 0;
  const text = words
    .filter((word, place) => place !== end && !((end === -1 || place < end) && looksLikeFlag(word)))
    .join(" ")
    .trim();
  if (text !== "") {
    warnWhereCut(text, terminal);
    print(isJson ? detectJson(text) : detectCommand(text));
    return 0;
  }
  if (end === -1 && (await eachLine(terminal, isJson)) > 0) return 0;
  complain(`Say what to look at, for example: ${EXAMPLE}`);
  return 2;
}

/** How many messages there were. */
async function eachLine(terminal: Terminal, isJson: boolean): Promise<number> {
  const lines = terminal.lines();
  let count = 0;
  if (lines === null) return count;
  for await (const line of lines) {
    const text = line.trim();
    if (text === "") continue;
    count += 1;
    warnWhereCut(text, terminal);
    terminal.print(isJson ? detectJson(text) : `> ${printable(text)}\n${detectCommand(text)}\n`);
  }
  return count;
}

function warnWhereCut({ length }: string, { complain }: Terminal): void {
  if (length > TEXT_CHARS_MAX) {
    complain(`Only the first ${TEXT_CHARS_MAX} of its ${length} characters are read.`);
  }
}

/** One bare word, so that a message such as "-10 % korting?" or "- een mens graag" is none. */
function looksLikeFlag(word: string): boolean {
  return /^--?[a-z][a-z-]*(=.*)?$/i.test(word);
}
