/** Sophie's own detector, as the widget loads it. */
import { detector } from "@sophie/engine/detector";
import type { Contender, SignalName } from "./contender.ts";
import { gzipSize } from "./gzip-size.ts";

const NAMES: Readonly<Record<string, SignalName>> = {
  demo_request: "demo",
  price_question: "price",
  human_request: "human",
};

export async function sophie(): Promise<Contender> {
  return {
    name: "Sophie",
    gzipBytes: await gzipSize(`export { detector } from "@sophie/engine/detector";`),
    detect: (text) => detector.detect(text).signals.map(({ type }) => NAMES[type]!),
  };
}
