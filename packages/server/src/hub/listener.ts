/** Somebody at the other end of a socket, as the hub sees them. */
export interface Listener {
  /** Sends one encoded message, together with whatever else is due in this turn. */
  send(message: string): void;
}
