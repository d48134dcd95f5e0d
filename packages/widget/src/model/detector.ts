/** The detector, in a chunk of its own. To swap it, change this one line. */
export { phraseDetector as detector } from "@sophie/engine";
