/** The stand-in for MiniSearch finds what MiniSearch finds. */
import * as fc from "fast-check";
import MiniSearch from "minisearch";
import { expect, it } from "vitest";
import SlimSearch from "./minisearch.ts";

interface Page {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

const OPTIONS = {
  fields: ["title", "body"],
  tokenize: (text: string) => text.split(" "),
  extractField: (page: Page, field: string) => page[field as keyof Page],
};

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 7 });
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));

it("finds the same documents by the same terms in the same fields", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ title: text, body: text }), { maxLength: 8 }),
      word,
      fc.constantFrom(false as const, 0.25, 0.4),
      fc.boolean(),
      (pages, term, fuzzy, prefix) => {
        const documents = pages.map((page, at) => ({ ...page, id: String(at) }));
        const whole = new MiniSearch<Page>({ ...OPTIONS, processTerm: (each) => each });
        const slim = new SlimSearch<Page>(OPTIONS);
        whole.addAll(documents);
        slim.addAll(documents);
        const search = { fuzzy, prefix, maxFuzzy: 2 };
        expect(foundBy(slim.search(term, search))).toEqual(foundBy(whole.search(term, search)));
      },
    ),
    { numRuns: 2_000 },
  );
});

function foundBy(results: readonly { readonly id: unknown; readonly match: Record<string, string[]> }[]) {
  const lines = results.flatMap(({ id, match }) =>
    Object.entries(match).map(([term, fields]) => `${String(id)} ${term} ${fields.toSorted().join()}`),
  );
  return lines.toSorted();
}
