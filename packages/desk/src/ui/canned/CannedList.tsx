/** The written answers that fit what was typed after the slash: the field keeps the focus, its arrows choose here. */
import type { CannedReply } from "@sophie/engine";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { hrefOf } from "../../model/address.ts";
import { words } from "../../words/chosen-words.ts";

interface CannedListProps {
  readonly id: string;
  readonly state: "asking" | "failed" | "held";
  readonly replies: readonly CannedReply[];
  /** Whether there are any at all. */
  readonly isEmpty: boolean;
  readonly chosen: number;
  readonly site: string | null;
  readonly textOf: (reply: CannedReply) => string;
  readonly onPick: (reply: CannedReply) => void;
}

export function optionId(list: string, at: number): string {
  return `${list}-${at}`;
}

export function CannedList(props: CannedListProps): JSX.Element {
  const { id, state, replies, isEmpty, chosen, site, textOf, onPick } = props;
  const text = words.value.together.canned;
  useEffect(() => {
    document.getElementById(optionId(id, chosen))?.scrollIntoView?.({ block: "nearest" });
  }, [id, chosen]);

  return (
    <div class="canned">
      <output class="hidden">{state === "held" ? text.found(replies.length) : ""}</output>
      {replies.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        <div class="canned-list" role="listbox" id={id} aria-label={text.list}>
          {replies.map((reply, at) => (
            // The keys are the field's, which says here what they choose.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={reply.id}
              id={optionId(id, at)}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
              role="option"
              tabIndex={-1}
              aria-selected={at === chosen}
              class="canned-option"
              // The field must not lose the caret that says where it goes.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPick(reply)}
            >
              <span class="canned-name">{reply.name}</span>
              <span class="canned-text">{textOf(reply)}</span>
              {reply.isOwn && <span class="canned-own">{text.own}</span>}
            </div>
          ))}
        </div>
      )}
      <p class="canned-foot">
        <span>
          {state === "failed" && text.failed}
          {state === "held" && replies.length === 0 && (isEmpty ? text.noneYet : text.none)}
        </span>
        <a
          class="link"
          href={hrefOf({ page: "canned", site })}
          onMouseDown={(event) => event.preventDefault()}
        >
          {text.manage}
        </a>
      </p>
    </div>
  );
}
