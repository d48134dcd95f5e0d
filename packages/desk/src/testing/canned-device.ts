/** A browser's way to be woken up, in tests: it allows what the test lets it, and remembers what it shows. */
import type {
  PushDevice,
  PushRegistration,
  PushState,
  WorkerNews,
} from "../model/notifications/push-device.ts";

const REGISTRATION: PushRegistration = {
  endpoint: "https://push.example.org/this-browser",
  keys: { p256dh: "p", auth: "a" },
};

export class CannedDevice implements PushDevice {
  now: PushState = "off";
  /** What turning it on comes to. */
  answer: "on" | "denied" | "dismissed" | "failed" = "on";
  /** Handoffs of which something is shown outside of the page. */
  shown = new Set<string>();
  readonly #listeners = new Set<(news: WorkerNews) => void>();

  async state(): Promise<PushState> {
    return this.now;
  }

  async registration(): Promise<PushRegistration | null> {
    return this.now === "on" ? REGISTRATION : null;
  }

  async turnOn() {
    const { answer } = this;
    if (answer === "denied") this.now = "denied";
    if (answer !== "on") return { ok: false, why: answer } as const;
    this.now = "on";
    return { ok: true, registration: REGISTRATION } as const;
  }

  async turnOff(): Promise<PushRegistration | null> {
    const held = await this.registration();
    this.now = "off";
    return held;
  }

  async keepOnly(handoffs: ReadonlySet<string>): Promise<void> {
    this.shown = new Set([...this.shown].filter((handoff) => handoffs.has(handoff)));
  }

  onNews(listener: (news: WorkerNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(news: WorkerNews): void {
    for (const listener of this.#listeners) listener(news);
  }
}
