/** The list of written answers behind a field: open while a slash stands before the caret, worked by the field's keys. */
import type { CannedReply, SiteId } from "@sophie/engine";
import { type RefObject } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import {
  filledText,
  type Filling,
  fittingReplies,
  insertedAt,
  type SlashedWord,
  slashedWord,
} from "../../model/canned/canned-choice.ts";
import { useDesk } from "../desk-context.ts";

export interface CannedChoice {
  readonly listId: string;
  readonly isOpen: boolean;
  readonly state: "asking" | "failed" | "held";
  readonly replies: readonly CannedReply[];
  readonly isEmpty: boolean;
  readonly chosen: number;
  textOf(reply: CannedReply): string;
  pick(reply: CannedReply): void;
  /** To be called whenever the text or the caret may have moved. */
  look(): void;
  /** True if the key was for the list. */
  onKey(event: KeyboardEvent): boolean;
  /** Writes the slash, where nobody has found it. */
  begin(): void;
}

interface CannedField {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly site: SiteId;
  readonly isOn: boolean;
  readonly filling: () => Filling;
  readonly onWrite: (text: string) => void;
}

export function useCanned({ field, site, isOn, filling, onWrite }: CannedField): CannedChoice {
  const { canned } = useDesk();
  const listId = useId();
  const [word, setWord] = useState<SlashedWord | null>(null);
  const [chosen, setChosen] = useState(0);
  /** Where a list was closed by hand; it stays so until the slash stands elsewhere. */
  const closedAt = useRef<number | null>(null);
  /** What to select once the field shows the new text. */
  const selection = useRef<{ readonly start: number; readonly end: number } | null>(null);
  const shelf = canned.all.value.get(site) ?? { state: "asking" };
  const all = shelf.state === "held" ? shelf.replies : [];
  const isOpen = isOn && word !== null;
  const replies = isOpen ? fittingReplies(all, word.wanted) : [];

  useLayoutEffect(() => {
    const wanted = selection.current;
    if (wanted === null || field.current === null) return;
    selection.current = null;
    field.current.focus();
    field.current.setSelectionRange(wanted.start, wanted.end);
  });

  function look(): void {
    const element = field.current;
    if (element === null) return;
    const isCaret = element.selectionStart === element.selectionEnd;
    const next = isCaret ? slashedWord(element.value, element.selectionStart) : null;
    if (next === null || next.start !== closedAt.current) closedAt.current = null;
    const shown = next !== null && next.start === closedAt.current ? null : next;
    if (shown !== null) canned.open(site);
    if (shown?.start !== word?.start || shown?.wanted !== word?.wanted) {
      setWord(shown);
      setChosen(0);
    }
  }

  function pick(reply: CannedReply): void {
    if (word === null || field.current === null) return;
    const inserted = insertedAt(field.current.value, word, filledText(reply, filling()));
    selection.current = inserted.selection;
    setWord(null);
    onWrite(inserted.text);
  }

  function onKey(event: KeyboardEvent): boolean {
    if (!isOpen || event.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      closedAt.current = word.start;
      setWord(null);
    } else if (step !== undefined && replies.length > 0) {
      setChosen((chosen + step + replies.length) % replies.length);
    } else if (event.key === "Enter" || event.key === "Tab") {
      const reply = replies[chosen];
      // A slash that nothing fits goes to no visitor by accident; Escape says that it is meant.
      if (reply === undefined) return event.key === "Enter" ? held(event) : false;
      pick(reply);
    } else return false;
    return held(event);
  }

  return {
    listId,
    isOpen,
    state: shelf.state,
    replies,
    isEmpty: all.length === 0,
    chosen,
    textOf: (reply) => filledText(reply, filling()),
    pick,
    look,
    onKey,
    begin() {
      const element = field.current;
      if (element === null) return;
      const { value, selectionStart: at } = element;
      const slash = at === 0 || /\s/.test(value[at - 1] ?? "") ? "/" : " /";
      const caret = at + slash.length;
      selection.current = { start: caret, end: caret };
      canned.open(site);
      setWord({ start: caret - 1, wanted: "" });
      setChosen(0);
      onWrite(value.slice(0, at) + slash + value.slice(at));
    },
  };
}

function held(event: KeyboardEvent): true {
  event.preventDefault();
  event.stopPropagation();
  return true;
}
