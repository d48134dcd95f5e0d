/** What `sophie detect` prints: what fires, how sure, on which words, and what would change it. */
import { explain, type Finding } from "@sophie/engine/detector";

export function detectCommand(text: string): string {
  const { findings } = explain(text);
  if (findings.length === 0) return "Nothing that wants a person.";
  return findings.map((finding) => describe(finding, text)).join("\n\n");
}

function describe({ signal, contributions, without }: Finding, text: string): string {
  const words = signal.spans.map(({ start, end }) => `"${text.slice(start, end)}"`).join(", ");
  const kind =
    signal.complex === false ? `${signal.type} (a list price: answered, not escalated)` : signal.type;
  return [
    `${kind}  ${percent(signal.confidence)}  ${words}`,
    ...contributions.map(({ words: carrying, share }) => `  ${signed(share)}  ${carrying}`),
    `  without "${without.words}": ${percent(without.confidence)}, ${without.fires ? "still counts" : "does not count"}`,
  ].join("\n");
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function signed(share: number): string {
  return `${share < 0 ? "−" : "+"}${Math.abs(share).toFixed(2)}`;
}
