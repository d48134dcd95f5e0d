/** From the words of a command line and the environment to options; what is wrong is printed, one line each. */
import { OPTIONS, type OptionName, readOptions, type ServerOptions } from "../options.ts";
import { nearest } from "../nearest.ts";
import type { Terminal } from "./terminal.ts";

export interface ReadWords {
  readonly options: ServerOptions;
  /** What was said for the command's own flags. */
  readonly own: Readonly<Record<string, string>>;
}

/** Null if something was wrong and has been said. A flag wins over its variable. */
export function readWords(
  words: readonly string[],
  ownFlags: readonly string[],
  fallbacks: Partial<Readonly<Record<OptionName, string>>>,
  { environment, complain }: Terminal,
): ReadWords | null {
  const variableOf = new Map(
    Object.values(OPTIONS).flatMap((option) =>
      "flag" in option ? [[option.flag as string, option.variable]] : [],
    ),
  );
  const flags: Record<string, string> = {};
  const own: Record<string, string> = {};
  for (let place = 0; place < words.length; place += 1) {
    const [flag, joined] = splitOnce(words[place] ?? "");
    if (joined === undefined) place += 1;
    const value = joined ?? words[place];
    const variable = variableOf.get(flag);
    if (variable === undefined && !ownFlags.includes(flag)) {
      const meant = nearest(flag, [...ownFlags, ...variableOf.keys()]);
      complain(`There is no flag ${flag}. Is ${meant} meant? \`sophie help\` lists everything.`);
      return null;
    }
    if (value === undefined) {
      complain(`${flag} needs a value after it.`);
      return null;
    }
    if (variable === undefined) own[flag] = value;
    else flags[variable] = value;
  }
  const read = readOptions({ ...environment, ...flags }, fallbacks);
  if (!read.ok) {
    for (const problem of read.problems) complain(problem);
    return null;
  }
  for (const warning of read.warnings) complain(warning);
  return { options: read.options, own };
}

/** `--port=1` and `--port 1` say the same. */
function splitOnce(word: string): readonly [string, string | undefined] {
  const at = word.indexOf("=");
  return at === -1 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}
