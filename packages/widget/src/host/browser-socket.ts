/** The engine's socket port, made of the browser's WebSocket. */
import type { OpenSocketPort } from "@sophie/engine";

/** The close code of a line that broke, as the browser itself gives it. */
const BROKEN = 1006;

/** `url`: `ws:` or `wss:`. */
export function browserSocket(url: string): OpenSocketPort {
  return (events) => {
    let socket: WebSocket;
    try {
      socket = new WebSocket(url);
    } catch {
      // A page may forbid it altogether. The port says: never throws.
      queueMicrotask(() => events.closed(BROKEN));
      return { send: () => {}, close: () => {} };
    }
    socket.addEventListener("open", () => events.opened());
    socket.addEventListener("message", ({ data }) => {
      if (typeof data === "string") events.frame(data);
    });
    socket.addEventListener("close", ({ code }) => events.closed(code));
    return {
      send: (text) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(text);
      },
      close: () => socket.close(),
    };
  };
}

/** Where visitors of `site` connect, on the server at `origin`. */
export function visitorSocketUrl(origin: string, site: string): string {
  return `${origin.replace(/^http/, "ws")}/sockets/visitor/${site}`;
}
