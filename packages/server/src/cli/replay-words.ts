/** What the command line of `sophie replay` says: which conversation, which of its own flags, and what is left for the options. */

export const REPLAY_FLAGS = ["--step", "--json", "--redact"] as const;

export interface ReplayWords {
  /** The id of a conversation, or a path. */
  readonly target: string;
  readonly step: number | null;
  readonly json: boolean;
  readonly redact: boolean;
  /** Flags of the server's options, such as `--database-file`, with their values. */
  readonly rest: readonly string[];
}

export type SplitWords =
  | { readonly ok: true; readonly words: ReplayWords }
  | { readonly ok: false; readonly problem: string };

const EXAMPLE = "for example: sophie replay 3f2a… --step 4";

export function splitReplayWords(given: readonly string[]): SplitWords {
  const targets: string[] = [];
  const rest: string[] = [];
  const switches = new Set<string>();
  let step: string | null = null;
  for (let place = 0; place < given.length; place += 1) {
    const word = given[place] ?? "";
    const [flag = "", value] = word.split(/=(.*)/s);
    if (!word.startsWith("-")) targets.push(word);
    else if (word === "--json" || word === "--redact") switches.add(word);
    else if (flag === "--step") step = value ?? given[(place += 1)] ?? "";
    else if (value === undefined) rest.push(word, ...given.slice((place += 1), place + 1));
    else rest.push(word);
  }
  const [target, other] = targets;
  if (target === undefined) return wrong(`Say which conversation, ${EXAMPLE}`);
  if (other !== undefined) return wrong(`One conversation at a time: what is "${other}" for?`);
  if (step !== null && !/^\d{1,9}$/.test(step))
    return wrong(`--step takes the number of an entry, ${EXAMPLE}`);
  const [json, redact] = ["--json", "--redact"].map((name) => switches.has(name)) as [boolean, boolean];
  return { ok: true, words: { target, step: step === null ? null : Number(step), json, redact, rest } };
}

function wrong(problem: string): SplitWords {
  return { ok: false, problem };
}
