/** Where the visitor writes. Grows with the text; Enter sends, Shift+Enter begins a line. */
import { LIMITS } from "@sophie/engine";
import type { Model } from "../model/create-model.ts";
import { Icon } from "./Icon.tsx";

/** The counter shows when less than this is left. */
const COUNT_BELOW_CHARS = 400;

export function createComposer(model: Model) {
  let field: HTMLTextAreaElement | null = null;
  let wasOpen = false;

  /** After every drawing: as high as its text, and with the focus when the panel has opened. */
  function settle(drawn: HTMLTextAreaElement | null): void {
    if (drawn === null) return;
    field = drawn;
    const form = drawn.form?.style;
    // Measured low, the field would make the log higher for a moment, and so lose its place.
    form?.setProperty("block-size", `${drawn.form?.offsetHeight}px`);
    drawn.style.blockSize = "auto";
    drawn.style.blockSize = `${drawn.scrollHeight}px`;
    form?.removeProperty("block-size");
    const isOpen = model.isOpen.peek();
    if (isOpen && !wasOpen) drawn.focus({ preventScroll: true });
    wasOpen = isOpen;
  }

  return function Composer() {
    const { words } = model;
    const draft = model.draft.value;
    const left = LIMITS.textChars - draft.trim().length;
    const maySend = draft.trim() !== "" && left >= 0;

    const send = () => {
      if (maySend) model.send();
      field?.focus();
    };

    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {left < COUNT_BELOW_CHARS && (
          <p class={left < 0 ? "count over" : "count"}>
            {left < 0 ? words.charsOver(-left) : words.charsLeft(left)}
          </p>
        )}
        <div class="field">
          <textarea
            ref={(drawn) => settle(drawn)}
            rows={1}
            aria-label={words.message}
            aria-invalid={left < 0}
            placeholder={words.placeholder}
            enterkeyhint="send"
            dir="auto"
            value={draft}
            onInput={({ currentTarget }) => {
              model.draft.value = currentTarget.value;
              model.noteTyping();
            }}
            onKeyDown={(event) => {
              // While an input method composes, Enter chooses a word. Safari reports that one as key 229.
              if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229)
                return;
              event.preventDefault();
              send();
            }}
          />
          <button type="submit" class="send" aria-label={words.send} disabled={!maySend}>
            <Icon name="send" />
          </button>
        </div>
      </form>
    );
  };
}
