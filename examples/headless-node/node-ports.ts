/** The world as Node has it, for a session: a socket and a clock. A browser's are the same but for the origin. */
import type { Clock, OpenSocketPort } from "@sophie/engine";
import { WebSocket } from "ws";

/** `origin` is what a browser would say for the page; the server asks whether the site knows it. */
export function nodeSocket(url: string, origin: string): OpenSocketPort {
  return (events) => {
    const socket = new WebSocket(url, { origin });
    socket.addEventListener("open", () => events.opened());
    socket.addEventListener("message", ({ data }) => {
      if (typeof data === "string") events.frame(data);
    });
    socket.addEventListener("close", ({ code }) => events.closed(code));
    // What went wrong is told by the close that follows; without a listener Node would end the process.
    socket.addEventListener("error", () => {});
    return {
      send: (frame) => socket.send(frame),
      close: () => socket.close(),
    };
  };
}

export const nodeClock: Clock = {
  now: () => Date.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};
