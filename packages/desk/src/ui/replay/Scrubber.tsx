/** Where in the conversation one is, and the ways to go on from there. */
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { Icon, type IconNode } from "../Icon.tsx";
import { chevronIcon, firstIcon, lastIcon, previousIcon } from "../icons.ts";

interface ScrubberProps {
  readonly seq: number;
  readonly length: number;
  /** What stands at this place, for those who cannot see it. */
  readonly label: string;
  readonly onGo: (seq: number) => void;
}

export function Scrubber({ seq, length, label, onGo }: ScrubberProps): JSX.Element {
  const text = words.value.replay;
  function step(to: number, icon: IconNode, name: string): JSX.Element {
    return (
      <button
        type="button"
        class="button button-icon"
        disabled={to < 0 || to > length || to === seq}
        onClick={() => onGo(to)}
      >
        <Icon node={icon} label={name} />
      </button>
    );
  }
  return (
    <div class="replay-scrubber">
      <div class="replay-scrubber-steps">
        {step(0, firstIcon, text.first)}
        {step(seq - 1, previousIcon, text.previous)}
        {step(seq + 1, chevronIcon, text.next)}
        {step(length, lastIcon, text.last)}
      </div>
      <input
        type="range"
        class="replay-scrubber-range"
        aria-label={text.scrubber}
        aria-valuetext={`${text.at(seq, length)}: ${label}`}
        min={0}
        max={length}
        value={seq}
        onInput={(event) => onGo(Number(event.currentTarget.value))}
      />
      <output class="replay-scrubber-at">{text.at(seq, length)}</output>
    </div>
  );
}
