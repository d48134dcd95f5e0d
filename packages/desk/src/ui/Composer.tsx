/** Where the agent writes, to the visitor or to colleagues. It says why, whenever it cannot be used. */
import { gapsIn, type Handoff, LIMITS } from "@sophie/engine";
import type { JSX } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { cannedValues } from "../model/canned/canned-values.ts";
import type { MayAnswer } from "../model/may-answer.ts";
import type { Transcript } from "../model/transcript.ts";
import { words } from "../words/chosen-words.ts";
import { CannedList, optionId } from "./canned/CannedList.tsx";
import { useCanned } from "./canned/use-canned.ts";
import { ClosedComposer } from "./ClosedComposer.tsx";
import { useDesk, useMe } from "./desk-context.ts";
import { Icon } from "./Icon.tsx";
import { noteIcon, sendIcon, templateIcon } from "./icons.ts";
import { OtherWriter } from "./OtherWriter.tsx";
import { Segments } from "./Segments.tsx";
import { composerHint } from "./composer-hint.ts";

interface ComposerProps {
  readonly transcript: Transcript;
  readonly mayAnswer: MayAnswer;
  /** Null where there is none yet. */
  readonly handoff: Handoff | null;
  /** Whether the summary was in sight, for whom it must have been (H94). */
  readonly isSummaryRead: boolean;
  readonly onSent: () => void;
}

export function Composer(props: ComposerProps): JSX.Element {
  const { transcript, mayAnswer, handoff, isSummaryRead, onSent } = props;
  const desk = useDesk();
  const me = useMe();
  const hintId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const composer = desk.composer(transcript.conversation);
  const { talk, together } = words.value;
  const isNote = composer.mode.value === "note";
  const text = isNote ? composer.note : composer.answer;
  const written = text.value;
  const tooMany = written.trim().length - LIMITS.textChars;
  const other = isNote ? null : composer.other.value;
  const gap = isNote ? undefined : gapsIn(written)[0];
  const isHeld = !isNote && (!isSummaryRead || other !== null || gap !== undefined);
  const site = handoff?.site ?? desk.conversations.all.value.get(transcript.conversation)?.site;
  const siteOf = desk.sites.value.find(({ id }) => id === site);

  useEffect(() => () => composer.leave(), [composer]);

  const canned = useCanned({
    field,
    site: site ?? desk.sites.value[0]?.id ?? ("" as never),
    isOn: !isNote,
    filling: () => ({
      visitor: handoff?.language ?? siteOf?.language ?? "nl",
      site: siteOf?.language ?? "nl",
      values: cannedValues(handoff, transcript.entries.value, me, siteOf?.name ?? "", words.value),
    }),
    onWrite: (next) => (composer.answer.value = next),
  });

  if (!mayAnswer.may && !isNote) return <ClosedComposer why={mayAnswer} composer={composer} />;

  function toGap(): void {
    if (gap === undefined) return;
    field.current?.focus();
    field.current?.setSelectionRange(gap.start, gap.end);
  }

  async function send(): Promise<void> {
    if (written.trim() === "" || tooMany > 0) return;
    if (isNote) {
      transcript.addNote(written);
      composer.note.value = "";
    } else {
      if (gap !== undefined) return toGap();
      if (isHeld || !mayAnswer.may) return;
      if (mayAnswer.first !== null && handoff !== null && !(await desk.moves[mayAnswer.first](handoff)))
        return;
      // It may have grown while the move was on its way.
      transcript.say(composer.answer.peek());
      composer.sent();
    }
    field.current?.focus();
    onSent();
  }

  function toMode(mode: "answer" | "note"): void {
    composer.mode.value = mode;
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (canned.onKey(event)) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && event.shiftKey && event.key.toLowerCase() === "n" && mayAnswer.may) {
      event.preventDefault();
      return toMode(isNote ? "answer" : "note");
    }
    // Enter also ends the composing of a character; that one is not ours.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send();
  }

  const isOnline = desk.line.value.state === "online";
  const gapText = gap === undefined ? null : written.slice(gap.start, gap.end);
  const hint = composerHint(
    { isNote, isOnline, isSummaryRead, tooMany, other, gap: gapText, mayAnswer },
    words.value,
  );
  const placeholder = isNote ? together.note.placeholder : talk.placeholder;
  const isOpen = canned.isOpen && canned.replies.length > 0;

  return (
    <div class="composer-area">
      {!isNote && <OtherWriter conversation={transcript.conversation} composer={composer} />}
      <form
        class={isNote ? "composer composer-note" : "composer"}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {canned.isOpen && (
          <CannedList id={canned.listId} site={site ?? ""} {...canned} onPick={canned.pick} />
        )}
        <textarea
          ref={field}
          class="composer-field"
          rows={1}
          value={written}
          disabled={!isNote && !isSummaryRead}
          placeholder={placeholder}
          aria-label={placeholder}
          aria-describedby={hintId}
          aria-autocomplete={isNote ? undefined : "list"}
          aria-controls={isOpen ? canned.listId : undefined}
          aria-activedescendant={isOpen ? optionId(canned.listId, canned.chosen) : undefined}
          onInput={(event) => {
            text.value = event.currentTarget.value;
            if (isNote) return;
            canned.look();
            if (event.currentTarget.value !== "") transcript.noteTyping();
          }}
          onClick={canned.look}
          onKeyUp={canned.look}
          onBlur={() => transcript.stopTyping()}
          onKeyDown={onKeyDown}
        />
        <div class="composer-foot">
          <div class="composer-tools">
            {mayAnswer.may && (
              <Segments
                label={together.note.label}
                name="composer-mode"
                value={isNote ? "note" : "answer"}
                choices={[
                  { value: "answer", label: together.note.answer },
                  { value: "note", label: together.note.mode },
                ]}
                onChoose={toMode}
              />
            )}
            {!isNote && (
              <button
                type="button"
                class="button button-bare button-icon"
                aria-label={together.canned.open}
                title={`${together.canned.open} (/)`}
                onMouseDown={(event) => event.preventDefault()}
                onClick={canned.begin}
              >
                <Icon node={templateIcon} />
              </button>
            )}
          </div>
          <span id={hintId} class={hint.isWarning ? "composer-hint composer-hint-warn" : "composer-hint"}>
            {hint.text}
          </span>
          <button
            type="submit"
            class={isNote ? "button button-small" : "button button-primary button-small"}
            aria-disabled={written.trim() === "" || tooMany > 0 || isHeld}
          >
            <Icon node={isNote ? noteIcon : sendIcon} />
            {isNote ? together.note.add : sendLabel(mayAnswer)}
          </button>
        </div>
      </form>
    </div>
  );
}

function sendLabel(answer: MayAnswer): string {
  const { talk, together } = words.value;
  if (!answer.may || answer.first === null) return talk.send;
  return answer.first === "start" ? together.composer.startAndSend : together.composer.takeOverAndSend;
}
