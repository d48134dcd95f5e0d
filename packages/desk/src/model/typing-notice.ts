/** Tells the visitor that the agent types, thinned out: on every key would be a flood, never again would be a lie. */
import type { Clock } from "@sophie/engine";

const AGAIN_MS = 3_000;
const SILENCE_MS = 5_000;

export interface TypingNotice {
  /** Call on every key. */
  note(): void;
  /** The message was sent, or the field left. */
  stop(): void;
}

export function createTypingNotice(clock: Clock, tell: (typing: boolean) => void): TypingNotice {
  let toldAt = Number.NEGATIVE_INFINITY;
  let isTyping = false;
  let cancelSilence: (() => void) | null = null;

  function stop(): void {
    cancelSilence?.();
    if (!isTyping) return;
    isTyping = false;
    toldAt = Number.NEGATIVE_INFINITY;
    tell(false);
  }

  return {
    note() {
      isTyping = true;
      cancelSilence?.();
      cancelSilence = clock.after(SILENCE_MS, stop);
      if (clock.now() - toldAt < AGAIN_MS) return;
      toldAt = clock.now();
      tell(true);
    },
    stop,
  };
}
