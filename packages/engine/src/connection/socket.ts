/** The port to a WebSocket, or to anything else that carries text frames in order until it breaks. */

/** What a socket tells. */
export interface SocketEvents {
  opened(): void;
  frame(text: string): void;
  /** Once, and nothing after it. `code` is the WebSocket close code; 1006 for a line that broke. */
  closed(code: number): void;
}

/** One socket, opened or opening. */
export interface OpenSocket {
  send(frame: string): void;
  /** Lets go. `closed` may come late or never; the caller does not wait for it. */
  close(): void;
}

/** Opens a new socket. Never throws: what fails comes as `closed`. */
export type OpenSocketPort = (events: SocketEvents) => OpenSocket;
