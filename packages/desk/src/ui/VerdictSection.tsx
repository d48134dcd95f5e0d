/** How a finished handoff ended: asked quietly of whoever had it, by press or by number, and shown once it was said (H88, H89). */
import {
  type Handoff,
  isRightSignal,
  VERDICT_KINDS,
  VERDICT_NOTE_CHARS,
  type VerdictKind,
} from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { mayJudge } from "../model/verdicts.ts";
import { words } from "../words/chosen-words.ts";
import { momentTime } from "../words/times.ts";
import { useDesk, useMe } from "./desk-context.ts";
import { useCommands } from "./use-commands.ts";

export function VerdictSection({ handoff }: { readonly handoff: Handoff }): JSX.Element | null {
  const desk = useDesk();
  const me = useMe();
  const [isChanging, setChanging] = useState(false);
  const text = words.value.reports.judge;
  const { verdict } = handoff;
  const mayI = mayJudge(handoff, me);
  if (verdict === undefined || isChanging) {
    const isAsked = mayI && (isChanging || !desk.verdicts.skipped.value.has(handoff.id));
    if (!isAsked) return null;
    const done = () => setChanging(false);
    return <Question key={handoff.id} handoff={handoff} onDone={done} />;
  }
  const { kind, note, by, at } = verdict;
  return (
    <section class="verdict verdict-said" aria-label={text.said}>
      <p>
        <span
          class={isRightSignal(kind) && kind !== "too_late" ? "verdict-mark" : "verdict-mark verdict-bad"}
        >
          {words.value.reports.verdict[kind]}
        </span>
        <span class="quiet"> {text.by(by.name, momentTime(at, desk.now.peek(), words.value))}</span>
      </p>
      {mayI && (
        <button type="button" class="link" onClick={() => setChanging(true)}>
          {text.change}
        </button>
      )}
      {note !== "" && <p class="verdict-note">{note}</p>}
    </section>
  );
}

interface QuestionProps {
  readonly handoff: Handoff;
  readonly onDone: () => void;
}

function Question({ handoff, onDone }: QuestionProps): JSX.Element {
  const desk = useDesk();
  const text = words.value.reports;
  const [note, setNote] = useState(handoff.verdict?.note ?? "");
  const isHeld = desk.line.value.state !== "online" || desk.verdicts.busy.value.has(handoff.id);

  async function choose(kind: VerdictKind): Promise<void> {
    if (!isHeld && (await desk.verdicts.set(handoff, kind, note.trim()))) onDone();
  }
  useCommands(
    VERDICT_KINDS.map((kind) => ({
      id: kind,
      label: text.judge.choose(text.verdict[kind]),
      shortcut: kind,
      run: () => void choose(kind),
    })),
  );

  const choice = (kind: VerdictKind) => (
    <li key={kind}>
      <button
        type="button"
        class="button verdict-choice"
        aria-disabled={isHeld}
        aria-keyshortcuts={String(VERDICT_KINDS.indexOf(kind) + 1)}
        aria-current={handoff.verdict?.kind === kind ? "true" : undefined}
        onClick={() => void choose(kind)}
      >
        <kbd aria-hidden="true">{VERDICT_KINDS.indexOf(kind) + 1}</kbd>
        {text.verdict[kind]}
      </button>
    </li>
  );
  return (
    <section class="verdict" aria-labelledby="verdict-title">
      <h3 id="verdict-title" class="section-title">
        {text.judge.title}
        <span class="section-note">{text.judge.lead}</span>
      </h3>
      <div class="verdict-choices">
        <ul aria-label={text.judge.good}>{VERDICT_KINDS.slice(0, 3).map(choice)}</ul>
        <ul aria-label={text.judge.bad}>{VERDICT_KINDS.slice(3).map(choice)}</ul>
      </div>
      <div class="verdict-foot">
        <input
          type="text"
          class="input"
          aria-label={text.judge.note}
          placeholder={text.judge.note}
          maxLength={VERDICT_NOTE_CHARS}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
        <button
          type="button"
          class="button button-bare"
          onClick={() => {
            if (handoff.verdict === undefined) desk.verdicts.skip(handoff.id);
            onDone();
          }}
        >
          {text.judge.skip}
        </button>
      </div>
    </section>
  );
}
