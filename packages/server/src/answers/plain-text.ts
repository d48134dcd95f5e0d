/** Takes the markup out of what a language model wrote: what visitors read is plain text, whatever it tried. */

/** Characters that change how the text around them is read, or are not read at all. */
const UNSEEN = /(?![\n\t])\p{Cc}|\p{Cf}|\u2028|\u2029/gu;

export function plainText(written: string): string {
  return written
    .replace(UNSEEN, "")
    .replace(/<(script|style|iframe|object)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, "")
    .replace(/<!--[\s\S]*?(?:-->|$)/g, "")
    .replace(/<\/?[a-z][^<>]*(?:>|$)/gi, "")
    .replace(/!\[[^\]]*\]\([^)]*\)/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\s*\[\d{1,2}(?:\s*[,;]\s*\d{1,2})*\]/g, "")
    .replace(/^\s*(?:#{1,6}|>|```\w*|[-*+•])\s*/gm, "")
    .replace(/(\*\*|__|`+)/g, "")
    .replace(/[ \t]+/g, " ")
    .replace(/\n{2,}/g, "\n")
    .trim();
}
