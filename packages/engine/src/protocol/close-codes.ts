/** Every code with which the server closes a socket: what happened, and whether coming back helps. */

interface CloseReason {
  readonly code: number;
  /** `later`: come back with backoff. `never`: coming back with the same hello ends the same way. */
  readonly retry: "later" | "never";
  readonly sentence: string;
}

export const CLOSE = {
  frameTooBig: {
    code: 1009,
    retry: "later",
    sentence: "The frame was larger than this server takes. Send smaller messages.",
  },
  binaryFrame: { code: 1003, retry: "never", sentence: "Frames are UTF-8 text; this one was binary." },
  goingAway: {
    code: 1012,
    retry: "later",
    sentence: "The server is restarting. Everything acknowledged is safe; come back in a moment.",
  },
  helloTimeout: { code: 4000, retry: "later", sentence: "No hello came in time." },
  helloExpected: { code: 4001, retry: "never", sentence: "The first message must be a valid hello." },
  protocolTooNew: {
    code: 4002,
    retry: "later",
    sentence: "This server speaks an older protocol than the client. It may be about to be updated.",
  },
  protocolTooOld: {
    code: 4003,
    retry: "never",
    sentence: "This server no longer speaks the client's protocol. Reload the page.",
  },
  tokenRefused: {
    code: 4004,
    retry: "never",
    sentence: "The visitor token is forged, damaged or from another site.",
  },
  tokenExpired: {
    code: 4005,
    retry: "never",
    sentence: "The visitor token has expired. Say hello without it.",
  },
  signedOut: { code: 4006, retry: "never", sentence: "This agent is not signed in any more." },
  tooManyFrames: { code: 4007, retry: "later", sentence: "Too many frames in too short a time." },
  tooSlow: {
    code: 4008,
    retry: "later",
    sentence: "The client reads too slowly. Come back and fetch from the last seq.",
  },
  silent: { code: 4009, retry: "later", sentence: "The client did not answer the heartbeat." },
  tooManyBadFrames: { code: 4010, retry: "never", sentence: "Too many frames that could not be read." },
  rolesChanged: {
    code: 4011,
    retry: "later",
    sentence: "What this agent may do has changed. Come back to work by it.",
  },
} as const satisfies Record<string, CloseReason>;

export type CloseName = keyof typeof CLOSE;

/** Whether a client that was closed with `code` should come back. Codes it does not know mean a lost line. */
export function mayReturnAfter(code: number): boolean {
  const reason = Object.values(CLOSE).find((candidate) => candidate.code === code);
  return reason === undefined || reason.retry === "later";
}
