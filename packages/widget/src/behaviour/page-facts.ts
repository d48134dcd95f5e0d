/** What a page is, from the page itself. Never the query or the fragment of its address: they may say who somebody is. */
import type { LeadSource, PageKind } from "@sophie/engine";
import type { TrackDetails } from "../entry/behaviour-module.ts";

/** What the server takes of an address, or of anything else that a page names. */
export const PATH_CHARS_MAX = 500;
const TITLE_CHARS_MAX = 200;
const KINDS: readonly string[] = [
  "object",
  "price",
  "careers",
  "press",
  "legal",
  "other",
] satisfies PageKind[];

const SEARCH = /(^|\.)(google|bing|duckduckgo|ecosia|startpage|yahoo|qwant)\./;
const SOCIAL = /(^|\.)(facebook|instagram|linkedin|pinterest|tiktok|reddit|youtube|x|twitter|t)\.(com|co)$/;

export interface PageFacts {
  readonly page: string;
  readonly pageKind: PageKind;
  readonly title: string;
}

export function currentPath(): string {
  return location.pathname.slice(0, PATH_CHARS_MAX);
}

/** `<meta name="sophie:page" content="object">` says what a page is about; a call may say it otherwise. */
export function pageFacts({ kind, path, title }: TrackDetails = {}): PageFacts {
  const said =
    kind ?? document.querySelector<HTMLMetaElement>('meta[name="sophie:page"]')?.content ?? "other";
  return {
    page: (path ?? currentPath()).slice(0, PATH_CHARS_MAX),
    pageKind: isKind(said) ? said : "other",
    title: (title ?? document.title).slice(0, TITLE_CHARS_MAX),
  };
}

/** Where the visitor came from, as far as the address and the browser say; undefined for a page of this site. */
export function leadSource(): LeadSource | undefined {
  const query = new URLSearchParams(location.search);
  const medium = query.get("utm_medium") ?? "";
  if (query.has("gclid") || /^(cpc|ppc|paid.*|display|ads?)$/.test(medium)) return "ad";
  if (/social/.test(medium)) return "social";
  if (/blog/.test(medium) || /blog/.test(query.get("utm_source") ?? "")) return "blog";
  const from = URL.canParse(document.referrer) ? new URL(document.referrer).hostname : "";
  if (from === location.hostname) return undefined;
  if (SEARCH.test(from)) return "search";
  if (SOCIAL.test(from)) return "social";
  return /(^|\.)blog\./.test(from) ? "blog" : "direct";
}

function isKind(text: string): text is PageKind {
  return KINDS.includes(text);
}
