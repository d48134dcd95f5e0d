/** What `sophie detect` prints: what fires, how sure, on which words, and what would change it. */
import { explain, TEXT_CHARS_MAX, type Finding } from "@sophie/engine/detector";
import { printable } from "./printable.ts";

/** How a share reads that is too small to be worth a line. */
const NOTHING = "+0.00";

export function detectCommand(text: string): string {
  const { findings } = explain(text);
  if (findings.length === 0) return "Nothing that wants a person.";
  return findings.map((finding) => describe(finding, text)).join("\n\n");
}

/** The same for a program: one line, offsets in UTF-16 units of `text`. */
export function detectJson(text: string): string {
  return JSON.stringify({ text, isCut: text.length > TEXT_CHARS_MAX, ...explain(text) });
}

function describe({ signal, contributions, without }: Finding, text: string): string {
  const words = signal.spans.map(({ start, end }) => `"${printable(text.slice(start, end))}"`).join(", ");
  const named = contributions.filter(({ span, share }) => span !== null && signed(share) !== NOTHING);
  const rest = signal.confidence - named.reduce((sum, { share }) => sum + share, 0);
  const kind =
    signal.complex === false ? `${signal.type} (a list price: answered, not escalated)` : signal.type;
  return [
    `${kind}  ${percent(signal.confidence)}  ${words}`,
    ...named.map(({ words: carrying, share }) => `  ${signed(share)}  ${printable(carrying)}`),
    ...(signed(rest) === NOTHING ? [] : [`  ${signed(rest)}  (everything else)`]),
    `  without "${printable(without.words)}": ${percent(without.confidence)}, ${without.fires ? "still counts" : "does not count"}`,
  ].join("\n");
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function signed(share: number): string {
  const size = Math.abs(share).toFixed(2);
  return `${share < 0 && size !== "0.00" ? "−" : "+"}${size}`;
}
