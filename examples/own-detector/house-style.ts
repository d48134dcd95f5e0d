/** What this site calls its open house, beside everything that the built-in detector knows. */
import type { Detector, Signal } from "@sophie/engine";
import { detector as builtIn } from "@sophie/engine/detector";

const OWN_WORDS = /\bkoffie-uurtje\b/i;

export const houseStyle: Detector = {
  detect(text, nouns) {
    const found = builtIn.detect(text, nouns);
    const match = OWN_WORDS.exec(text);
    if (match === null || found.signals.some(({ type }) => type === "demo_request")) return found;
    const span = { start: match.index, end: match.index + match[0].length };
    const own: Signal = { type: "demo_request", confidence: 0.9, spans: [span] };
    return { ...found, signals: [...found.signals, own] };
  },
};
