/** Over the composer: a colleague answers at this moment, what they have written, and what one can do about it (N9). */
import { may } from "@sophie/engine";
import type { JSX } from "preact";
import type { Composer } from "../model/composer.ts";
import { words } from "../words/chosen-words.ts";
import { useDesk, useMe } from "./desk-context.ts";
import { Portrait } from "./Portrait.tsx";
import type { ConversationId } from "@sophie/engine";

interface OtherWriterProps {
  readonly conversation: ConversationId;
  readonly composer: Composer;
}

export function OtherWriter({ conversation, composer }: OtherWriterProps): JSX.Element {
  const desk = useDesk();
  const me = useMe();
  const text = words.value.together.composer;
  const other = composer.other.value;
  return (
    <div class={other === null ? "hidden" : "other-writer"}>
      {/* It is there before there is anything to say, so that it is heard. */}
      <output class="other-writer-head">
        {other !== null && (
          <>
            <Portrait author={{ kind: "agent", id: other.id, name: other.name }} />
            {other.draft === "" ? text.justAnswered(other.name) : text.isWriting(other.name)}
          </>
        )}
      </output>
      {other !== null && (
        <>
          {other.draft !== "" && (
            <blockquote class="other-writer-draft" aria-label={text.theirDraft}>
              {other.draft}
            </blockquote>
          )}
          <p class="other-writer-foot">
            {other.draft !== "" && (
              <button type="button" class="button button-small" onClick={() => composer.merge()}>
                {text.merge}
              </button>
            )}
            {may(me.role, "handoffs.manage") && (
              <button
                type="button"
                class="button button-small"
                onClick={() => void desk.takeComposer(conversation)}
              >
                {text.take}
              </button>
            )}
          </p>
        </>
      )}
    </div>
  );
}
