/** The whole panel: who speaks, what was said, how the line is, and where to write. */
import { useEffect, useRef } from "preact/hooks";
import { followVisualViewport } from "../host/viewport.ts";
import { keepFocus } from "../host/keep-focus.ts";
import type { Model } from "../model/create-model.ts";
import { Composer } from "./Composer.tsx";
import { Header } from "./Header.tsx";
import { LineNotice } from "./LineNotice.tsx";
import { Log } from "./Log.tsx";

export interface PanelViewProps {
  readonly model: Model;
  /** Whether the panel covers the whole window at this moment. */
  readonly coversPage: () => boolean;
}

export function PanelView({ model, coversPage }: PanelViewProps) {
  const panel = useRef<HTMLDialogElement>(null);
  useEffect(() => (panel.current === null ? undefined : followVisualViewport(panel.current)), []);
  return (
    <>
      <dialog
        ref={panel}
        id="panel"
        class="panel"
        aria-label={model.words.chatWith(model.site.name)}
        open={model.isOpen.value}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.isComposing) {
            event.stopPropagation();
            model.close();
          } else if (coversPage()) {
            keepFocus(event.currentTarget, event);
          }
        }}
      >
        <Header model={model} />
        <Log model={model} />
        <LineNotice model={model} />
        <Composer model={model} />
      </dialog>
      <p class="hush" aria-live="polite">
        {model.announcement}
      </p>
    </>
  );
}
