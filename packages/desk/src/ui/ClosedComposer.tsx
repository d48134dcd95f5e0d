/** In place of the composer: why no answer can be written, and the way to a note, which always can. */
import type { JSX } from "preact";
import type { Composer } from "../model/composer.ts";
import type { MayAnswer } from "../model/may-answer.ts";
import { words } from "../words/chosen-words.ts";
import type { Words } from "../words/words.ts";

type Why = Extract<MayAnswer, { may: false }>;

interface ClosedComposerProps {
  readonly why: Why;
  readonly composer: Composer;
}

export function ClosedComposer({ why, composer }: ClosedComposerProps): JSX.Element {
  const { together } = words.value;
  return (
    <p class="composer-closed">
      {sentence(why, words.value)}
      {why.why !== "role" && (
        <button
          type="button"
          class="button button-bare button-small"
          onClick={() => (composer.mode.value = "note")}
        >
          {together.note.mode}
        </button>
      )}
    </p>
  );
}

function sentence(answer: Why, { talk, routing }: Words): string {
  switch (answer.why) {
    case "take-over-first":
      return talk.takeOverFirst;
    case "closed":
      return talk.closed;
    case "ticket":
      return routing.ticket.composer;
    case "window-over":
      return talk.windowOver;
    case "role":
      return talk.mayNot;
    case "assigned":
      return talk.assignedTo(answer.name);
    case "colleague":
      return talk.hasIt(answer.name);
  }
}
