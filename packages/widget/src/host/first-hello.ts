/** Of two tabs that would both say hello before either knows who the visitor is, one waits for the other: they are one visitor (Q1). */
import type { OpenSocket, OpenSocketPort } from "@sophie/engine";

/** `isKnown`: whether the visitor has a token. Where a page may hold no lock, nobody waits. */
export function oneFirstHello(open: OpenSocketPort, isKnown: () => boolean, lock: string): OpenSocketPort {
  return (events) => {
    const { locks } = navigator;
    if (isKnown() || !locks) return open(events);
    let socket: OpenSocket | undefined;
    let isLetGo = false;
    let release = (): void => {};
    const begin = () =>
      new Promise<void>((resolve) => {
        release = resolve;
        if (isLetGo) return resolve();
        socket = open({
          ...events,
          // The welcome, and with it the token.
          frame(text) {
            events.frame(text);
            resolve();
          },
          closed(code) {
            resolve();
            events.closed(code);
          },
        });
      });
    locks.request(lock, begin).catch(() => void (socket ?? begin()));
    return {
      send: (frame) => socket?.send(frame),
      close() {
        isLetGo = true;
        release();
        socket?.close();
      },
    };
  };
}
