/** The line is lost: what is safe, when it is tried again, and the way not to wait. */
import type { Model } from "../model/create-model.ts";

export function LineNotice({ model }: { readonly model: Model }) {
  const { words } = model;
  const notice = model.notice.value;
  if (notice === null) return null;
  if (notice.kind === "stopped") {
    return (
      <section class="notice">
        <p>
          <strong>{words.stoppedTitle}.</strong> {words.stoppedBody}
        </p>
        <button type="button" class="link" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </section>
    );
  }
  const seconds = notice.nextTryAt === null ? 0 : Math.ceil((notice.nextTryAt - model.now.value) / 1_000);
  return (
    <section class="notice">
      <p>
        <strong>{words.offlineTitle}.</strong> {model.isLasting() ? words.offlineSaved : words.offlineHeld}
      </p>
      <p class="next">{seconds > 0 ? words.nextTry(seconds) : words.connecting}</p>
      <button type="button" class="link" onClick={model.reconnect} disabled={seconds <= 0}>
        {words.tryNow}
      </button>
    </section>
  );
}
