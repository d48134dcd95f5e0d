/**
 * Draws something, and again whenever a signal that it read has changed: what a visitor sees is small, so drawing all of
 * it costs less than a library that knows which part. Draws synchronously, so that everything read is known.
 */
import { effect } from "@preact/signals-core";
import { type ComponentType, h, render } from "preact";

/** `view` must keep no state of its own. Returns the way to stop and clear. */
export function drawLive(view: ComponentType, ground: Element): () => void {
  const stop = effect(() => {
    render(h(view, null), ground);
  });
  return () => {
    stop();
    render(null, ground);
  };
}
