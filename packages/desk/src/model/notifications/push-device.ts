/** This browser as something that can be woken up: what it allows, and how it is turned on and off (H93). */

/**
 * `insecure`: the page came without TLS. `needs_install`: an iPhone or iPad wakes up only what is on its home screen.
 * `denied`: somebody said no, and only the browser's own settings can change that.
 */
export type PushState = "unsupported" | "insecure" | "needs_install" | "denied" | "off" | "on";

export interface PushRegistration {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

export type TurnedOn =
  | { readonly ok: true; readonly registration: PushRegistration }
  /** `denied`, `dismissed`: what the person said. `failed`: the browser or its push service could not. */
  | { readonly ok: false; readonly why: "denied" | "dismissed" | "failed" };

/** What the part of the desk that runs without a page says to the pages that are open. */
export type WorkerNews =
  | { readonly kind: "arrived"; readonly id: string }
  | { readonly kind: "open"; readonly handoff: string };

export interface PushDevice {
  state(): Promise<PushState>;
  /** While it is on; null otherwise. */
  registration(): Promise<PushRegistration | null>;
  /** Asks the person, if nobody has yet. `publicKey`: the server's, base64url. */
  turnOn(publicKey: string): Promise<TurnedOn>;
  /** Answers with what is no longer to be woken up, if there was anything. */
  turnOff(): Promise<PushRegistration | null>;
  /** Takes away what is shown about handoffs that are not among these. */
  keepOnly(handoffs: ReadonlySet<string>): Promise<void>;
  onNews(listener: (news: WorkerNews) => void): () => void;
}
