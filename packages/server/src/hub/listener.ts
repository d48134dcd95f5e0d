/** Somebody at the other end of a socket, as the hub sees them. */
export interface Listener {
  /** Sends one encoded message, together with whatever else is due in this turn. */
  send(message: string): void;
}

/** A listener that can say when it has read enough of what it was sent to be sent more. */
export interface PacedListener extends Listener {
  /** Null if there is room now. Whoever waited asks again: another may have been quicker. */
  roomAgain(): Promise<void> | null;
}
