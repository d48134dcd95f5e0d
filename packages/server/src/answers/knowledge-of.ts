/** The search of what a site knows, built when it is first wanted and again when the site knows something else. */
import {
  createKnowledgeSearch,
  type KnowledgeEntry,
  type KnowledgeSearch,
  type SiteConfig,
} from "@sophie/engine";

const searches = new WeakMap<readonly KnowledgeEntry[], KnowledgeSearch>();

export function knowledgeOf({
  knowledge,
  language,
}: Pick<SiteConfig, "knowledge" | "language">): KnowledgeSearch {
  const known = searches.get(knowledge);
  if (known !== undefined) return known;
  const search = createKnowledgeSearch(knowledge, language);
  searches.set(knowledge, search);
  return search;
}
