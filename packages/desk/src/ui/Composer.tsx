/** Where the agent writes. It says why, whenever it cannot be used. */
import { LIMITS } from "@sophie/engine";
import type { JSX } from "preact";
import { useId, useRef } from "preact/hooks";
import type { MayAnswer } from "../model/may-answer.ts";
import type { Transcript } from "../model/transcript.ts";
import { words } from "../words/chosen-words.ts";
import type { Words } from "../words/words.ts";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./Icon.tsx";
import { sendIcon } from "./icons.ts";

interface ComposerProps {
  readonly transcript: Transcript;
  readonly mayAnswer: MayAnswer;
  readonly onSent: () => void;
}

export function Composer({ transcript, mayAnswer, onSent }: ComposerProps): JSX.Element {
  const hintId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const isOnline = useDesk().line.value.state === "online";
  const text = words.value.talk;
  const written = transcript.composing.value;
  const length = written.trim().length;
  const tooMany = length - LIMITS.textChars;

  if (!mayAnswer.may) return <p class="composer-closed">{whyNot(mayAnswer, words.value)}</p>;

  function send(): void {
    if (length === 0 || tooMany > 0) return;
    transcript.say(written);
    transcript.composing.value = "";
    field.current?.focus();
    onSent();
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Enter also ends the composing of a character; that one is not ours.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={field}
        class="composer-field"
        rows={1}
        value={written}
        placeholder={text.placeholder}
        aria-label={text.placeholder}
        aria-describedby={hintId}
        onInput={(event) => {
          transcript.composing.value = event.currentTarget.value;
          if (event.currentTarget.value !== "") transcript.noteTyping();
        }}
        onBlur={() => transcript.stopTyping()}
        onKeyDown={onKeyDown}
      />
      <div class="composer-foot">
        <span
          id={hintId}
          class={tooMany > 0 || !isOnline ? "composer-hint composer-hint-warn" : "composer-hint"}
        >
          {tooMany > 0 ? text.tooLong(String(tooMany)) : isOnline ? text.sendHint : text.queued}
        </span>
        <button
          type="submit"
          class="button button-primary button-small"
          aria-disabled={length === 0 || tooMany > 0}
        >
          <Icon node={sendIcon} />
          {text.send}
        </button>
      </div>
    </form>
  );
}

function whyNot(answer: Extract<MayAnswer, { may: false }>, { talk }: Words): string {
  switch (answer.why) {
    case "start-first":
      return talk.startFirst;
    case "take-over-first":
      return talk.takeOverFirst;
    case "closed":
      return talk.closed;
    case "role":
      return talk.mayNot;
    case "assigned":
      return talk.assignedTo(answer.name);
    case "colleague":
      return talk.hasIt(answer.name);
  }
}
