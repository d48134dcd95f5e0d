/** The whole panel: who speaks, what was said, how the line is, and where to write. */
import { followVisualViewport } from "../host/viewport.ts";
import { keepFocus } from "../host/keep-focus.ts";
import type { Model } from "../model/create-model.ts";
import { createComposer } from "./Composer.tsx";
import { drawLive } from "./draw-live.ts";
import { Header } from "./Header.tsx";
import { LineNotice } from "./LineNotice.tsx";
import { createLog } from "./Log.tsx";

/** `coversPage`: whether the panel covers the whole window at this moment. Returns the way to take it out again. */
export function drawPanel(model: Model, ground: Element, coversPage: () => boolean): () => void {
  const Log = createLog(model);
  const Composer = createComposer(model);
  let stopFollowing = (): void => {};

  function follow(panel: HTMLDialogElement | null): void {
    stopFollowing();
    if (panel !== null) stopFollowing = followVisualViewport(panel);
  }

  function PanelView() {
    return (
      <>
        <dialog
          ref={follow}
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
          <Log />
          <LineNotice model={model} />
          <Composer />
        </dialog>
        <p class="hush" aria-live="polite">
          {model.announcement.value}
        </p>
      </>
    );
  }

  return drawLive(PanelView, ground);
}
