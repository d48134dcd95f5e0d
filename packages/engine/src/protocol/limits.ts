/** How much of anything the protocol takes. The server enforces them; clients use them to refuse early. */

export const LIMITS = {
  /** One frame, in bytes of UTF-8. A longer one closes the socket. */
  frameBytes: 64 * 1024,
  /** One message's text, in UTF-16 units. */
  textChars: 4_000,
  /** Messages in one frame. */
  frameMessages: 256,
  /** Entries in one `entries`; a longer stretch comes as several. So many of the longest texts stay below `queuedBytes`. */
  entriesPerFetch: 64,
  /** Events in one `track-behaviour`. */
  behaviourEvents: 50,
  /** How old an event may be when it is told: what lay unsent for longer is not worth telling. */
  behaviourAgeMs: 24 * 60 * 60_000,
  /** Visible time in one event; a longer look is told in several. */
  dwellMs: 60_000,
  /** Time from the socket's opening to a valid hello. */
  helloMs: 10_000,
  /** Silence after which the server pings, and after twice which it takes the socket for dead. */
  heartbeatMs: 25_000,
  /** What may wait for a slow reader before it is closed. */
  queuedBytes: 1024 * 1024,
} as const;
