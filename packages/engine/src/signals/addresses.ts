/** Finds e-mail and web addresses in a message: their words ("jan", "talk-to-us") say where, never what is wanted. */
import type { Span } from "../domain/span.ts";

const SPACE = /\s/;
const WEB = /^\W*(?:https?:\/\/|www\.)/i;
/** Something, an @, and something with a dot in it. */
const MAIL = /[^@]@[^@]*[^@.]\.[^@.]/;

/** In order; whole stretches between spaces, so that one look at each letter is enough. */
export function addressesIn(text: string): Span[] {
  const found: Span[] = [];
  if (!/[@/]|www\./i.test(text)) return found;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !SPACE.test(text.charAt(at))) continue;
    const stretch = text.slice(start, at);
    if (WEB.test(stretch) || MAIL.test(stretch)) found.push({ start, end: at });
    start = at + 1;
  }
  return found;
}
