/** Which page the visitor looks at, and for how long it can be seen: time in a hidden tab, or with nobody there, is none. */
import type { TrackDetails } from "../entry/behaviour-module.ts";
import { currentPath, leadSource, type PageFacts, pageFacts } from "./page-facts.ts";
import type { Recorder } from "./recorder.ts";

/** Told so often while somebody looks, that an agent knows within a minute who is there. */
const TELL_EVERY_MS = 30_000;
/** Without a key, a touch or a scroll for so long, nobody is taken to be there. */
const IDLE_MS = 120_000;
/** What the server takes in one event; a machine that slept makes a look no longer. */
const LOOK_MAX_MS = 60_000;
const LOOK_MIN_MS = 1_000;
/** A page that is drawn by a script gets its title after its address. */
const TITLE_MS = 500;

export class PageWatch {
  readonly #recorder: Recorder;
  #leaving: AbortController | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #page: PageFacts | null = null;
  /** Since when the page can be seen; null while it cannot. */
  #since: number | null = null;
  #lastInputAt = 0;

  constructor(recorder: Recorder) {
    this.#recorder = recorder;
  }

  start(): void {
    if (this.#leaving !== null) return;
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const isHere = () => (this.#lastInputAt = Date.now());
    for (const input of ["pointerdown", "pointermove", "keydown", "scroll"]) {
      addEventListener(input, isHere, { signal, passive: true, capture: true });
    }
    document.addEventListener("visibilitychange", () => this.#seen(), { signal });
    addEventListener("pagehide", () => this.#look(true), { signal });
    const moved = () => setTimeout(() => this.#follow(), TITLE_MS);
    addEventListener("popstate", moved, { signal });
    navigationOf(window)?.addEventListener("currententrychange", moved, { signal });
    this.#timer = setInterval(() => this.#look(), TELL_EVERY_MS);
    isHere();
    this.#view(pageFacts(), true);
  }

  stop(): void {
    this.#leaving?.abort();
    this.#leaving = null;
    clearInterval(this.#timer);
    this.#page = null;
    this.#since = null;
  }

  /** A page begins that says itself what it is. */
  begin(details?: TrackDetails): void {
    if (this.#leaving === null) return;
    this.#look();
    this.#view(pageFacts(details), false);
  }

  #follow(): void {
    if (this.#leaving === null || this.#page === null || currentPath() === this.#page.page) return;
    this.#look();
    this.#view(pageFacts(), false);
  }

  #view(page: PageFacts, isArrival: boolean): void {
    this.#page = page;
    this.#since = document.visibilityState === "visible" ? Date.now() : null;
    const source = isArrival ? leadSource() : undefined;
    this.#recorder.record({ kind: "page_viewed", ...page, ...(source === undefined ? {} : { source }) });
  }

  #seen(): void {
    if (document.visibilityState !== "visible") return this.#look(true);
    // Whoever turns to the page is there.
    this.#lastInputAt = Date.now();
    this.#since ??= this.#lastInputAt;
  }

  /** Tells the time since the last look. */
  #look(isLast = false): void {
    const now = Date.now();
    const end = Math.min(now, this.#lastInputAt + IDLE_MS);
    const visibleMs = this.#since === null ? 0 : Math.min(end - this.#since, LOOK_MAX_MS);
    if (this.#since !== null) this.#since = isLast ? null : now;
    if (this.#page === null || visibleMs < LOOK_MIN_MS) return;
    const { page, pageKind } = this.#page;
    this.#recorder.record({ kind: "page_dwelt", page, pageKind, visibleMs: Math.round(visibleMs) }, isLast);
  }
}

/** Younger than the browsers that are served: where it is missing, going back is noticed, and the next look the rest. */
function navigationOf(page: object): EventTarget | undefined {
  return "navigation" in page && page.navigation instanceof EventTarget ? page.navigation : undefined;
}
