/** A share as a bar with the line in which the true one lies, beside its figure: read or looked at, whichever one likes. */
import type { Share } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { percentText } from "./percent-text.ts";

const WIDTH = 100;
const HEIGHT = 12;

interface ShareBarProps {
  readonly share: Share;
  /** What a high share means. */
  readonly tone?: "good" | "bad";
}

export function ShareBar({ share: given, tone = "good" }: ShareBarProps): JSX.Element {
  const text = words.value.reports;
  const { count, of, share, low, high } = given;
  if (share === null) return <span class="quiet">{text.none}</span>;
  const said = text.interval(count, of, percentText(low), percentText(high));
  return (
    <span class="share" title={said}>
      <span class="share-figure">{percentText(share)}</span>
      <svg
        class={`share-bar share-${tone}`}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect class="share-track" x="0" y="2" width={WIDTH} height={HEIGHT - 4} rx="2" />
        <rect class="share-fill" x="0" y="2" width={share * WIDTH} height={HEIGHT - 4} rx="2" />
        <line class="share-line" x1={low * WIDTH} x2={high * WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      </svg>
      <span class="hidden">{said}</span>
    </span>
  );
}
