/** The rim of the desk's line: the browser's own WebSocket and clock. */
import type { Clock, OpenSocketPort } from "@sophie/engine";

/** What a browser reports for a line that broke, and what is reported for one that never opened. */
const BROKEN_CODE = 1006;

export const browserClock: Clock = {
  now: () => Date.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

/** The agents' socket of the server that this page came from. */
export function agentSocketUrl(): string {
  return `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}/sockets/agent`;
}

export function browserSocket(url: string): OpenSocketPort {
  return (events) => {
    const socket = new WebSocket(url);
    let isClosed = false;
    function closed(code: number): void {
      if (isClosed) return;
      isClosed = true;
      events.closed(code);
    }
    socket.addEventListener("open", () => events.opened());
    socket.addEventListener("message", (event) => {
      if (typeof event.data === "string") events.frame(event.data);
    });
    socket.addEventListener("close", (event) => closed(event.code === 0 ? BROKEN_CODE : event.code));
    return {
      send(frame) {
        if (socket.readyState === WebSocket.OPEN) socket.send(frame);
      },
      close: () => socket.close(),
    };
  };
}
