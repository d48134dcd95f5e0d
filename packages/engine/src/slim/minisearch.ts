/**
 * The part of MiniSearch that the knowledge index uses, for the bundle that visitors load: which documents hold a term,
 * exactly, as a beginning, or with a few typos (docs/decisions/0004-slim-browser-runtime.md). The ranking of what is found
 * is not used, so it is not here. A test asks both the same.
 */

interface Options<T> {
  readonly fields: readonly string[];
  readonly tokenize: (text: string) => readonly string[];
  readonly extractField: (document: T, field: string) => string;
}

interface SearchOptions {
  /** The typos that are allowed, as a share of the term's length; false for none. */
  readonly fuzzy: number | false;
  readonly prefix: boolean;
  readonly maxFuzzy: number;
}

interface SearchResult {
  readonly id: string;
  /** The fields of the document that hold each term that was met. */
  readonly match: Record<string, string[]>;
}

class SlimSearch<T> {
  readonly #options: Options<T>;
  /** By term, by the document's id: the fields that hold it. */
  readonly #held = new Map<string, Map<string, Set<string>>>();

  constructor(options: Options<T>) {
    this.#options = options;
  }

  addAll(documents: readonly T[]): void {
    const { fields, extractField, tokenize } = this.#options;
    for (const document of documents) {
      const id = extractField(document, "id");
      for (const field of fields) {
        for (const term of tokenize(extractField(document, field))) {
          const holders = this.#held.get(term) ?? new Map<string, Set<string>>();
          this.#held.set(term, holders);
          holders.set(id, (holders.get(id) ?? new Set()).add(field));
        }
      }
    }
  }

  search(term: string, { fuzzy, prefix, maxFuzzy }: SearchOptions): SearchResult[] {
    const typosMax = Math.min(maxFuzzy, Math.round(term.length * (fuzzy || 0)));
    const found = new Map<string, SearchResult>();
    for (const [held, holders] of this.#held) {
      const isMet = held === term || (prefix && held.startsWith(term)) || isWithin(term, held, typosMax);
      if (!isMet) continue;
      for (const [id, fields] of holders) {
        const result = found.get(id) ?? { id, match: {} };
        result.match[held] = [...fields];
        found.set(id, result);
      }
    }
    return [...found.values()];
  }
}

/** Whether so many letters put in, taken out or changed make the one of the other (Levenshtein, row by row). */
function isWithin(from: string, to: string, typosMax: number): boolean {
  if (typosMax === 0 || Math.abs(from.length - to.length) > typosMax) return false;
  let above = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let at = 1; at <= to.length; at += 1) {
      const changed = (above[at - 1] ?? 0) + (from[row - 1] === to[at - 1] ? 0 : 1);
      current.push(Math.min(changed, (above[at] ?? 0) + 1, (current[at - 1] ?? 0) + 1));
    }
    if (Math.min(...current) > typosMax) return false;
    above = current;
  }
  return (above[to.length] ?? 0) <= typosMax;
}

export { SlimSearch as default };
