/** Whether the visitor must be told about the line, and what. A line that is back within a blink is not worth a word. */
import type { Clock, ConnectionState } from "@sophie/engine";
import { signal, type ReadonlySignal } from "@preact/signals-core";

/** How long a line may be down before anybody is told. */
const PATIENCE_MS = 1_500;

export type LineNotice =
  /** `nextTryAt`: epoch ms; null while it is being tried. */
  { readonly kind: "lost"; readonly nextTryAt: number | null } | { readonly kind: "stopped" };

export interface NoticedLine {
  readonly notice: ReadonlySignal<LineNotice | null>;
  update(connection: ConnectionState): void;
  close(): void;
}

export function noticeLine(clock: Clock): NoticedLine {
  const notice = signal<LineNotice | null>(null);
  let lost: LineNotice | null = null;
  let cancel: (() => void) | null = null;

  function calm(): void {
    cancel?.();
    cancel = null;
    lost = null;
  }

  return {
    notice,
    update(connection) {
      if (connection.state === "connecting" || connection.state === "offline") {
        lost = {
          kind: "lost",
          nextTryAt: connection.state === "offline" ? connection.nextTryAt : null,
        };
        if (notice.value?.kind === "lost") notice.value = lost;
        else cancel ??= clock.after(PATIENCE_MS, () => (notice.value = lost));
        return;
      }
      calm();
      notice.value = connection.state === "stopped" ? { kind: "stopped" } : null;
    },
    close: calm,
  };
}
