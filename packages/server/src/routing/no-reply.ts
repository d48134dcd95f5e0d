/** Where a site has said that nobody answers (T22). */
import type { Channel, HandoffSettings } from "@sophie/engine";

/** `page`: the path, if it is known. A `*` at the end of a site's path stands for whatever follows; a slash there for nothing. */
export function isNoReply(
  { noReply }: HandoffSettings,
  { page, channel = "web" }: { readonly page?: string | undefined; readonly channel?: Channel },
): boolean {
  if (noReply === undefined) return false;
  if (noReply.channels.includes(channel)) return true;
  return page !== undefined && noReply.pages.some((known) => isOn(page, known));
}

function isOn(page: string, known: string): boolean {
  // A line that somebody left empty is no page.
  if (known === "") return false;
  return known.endsWith("*")
    ? page.startsWith(known.slice(0, -1))
    : withoutSlash(page) === withoutSlash(known);
}

function withoutSlash(path: string): string {
  return path.replace(/\/+$/, "");
}
