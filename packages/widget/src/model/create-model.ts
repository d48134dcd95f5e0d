/** Everything that the panel draws, as signals, and everything that can be done in it, as verbs. */
import type {
  Clock,
  Language,
  QuickReply,
  SendId,
  Session,
  SessionSnapshot,
  SiteConfig,
} from "@sophie/engine";
import { batch, computed, effect, signal, type ReadonlySignal, type Signal } from "@preact/signals-core";
import type { Words } from "../words/words.ts";
import { type Cards, createCards } from "./cards.ts";
import { announcementOf } from "./announcements.ts";
import { type LineNotice, noticeLine } from "./line-notice.ts";
import { type Row, rowsOf } from "./rows.ts";

const SECOND_MS = 1_000;

export interface ModelOptions {
  readonly site: SiteConfig;
  readonly words: Words;
  /** For a visitor who writes in another language than the page's. */
  readonly wordsIn: (language: Language) => Promise<Words>;
  readonly session: Session;
  readonly clock: Clock;
  /** Whether the conversation outlives the page. */
  readonly isLasting: () => boolean;
}

export interface Model {
  readonly site: SiteConfig;
  /** Of the language that is spoken at this moment; read in a drawing or an effect, it is followed. */
  readonly words: Words;
  readonly snapshot: ReadonlySignal<SessionSnapshot>;
  readonly rows: ReadonlySignal<readonly Row[]>;
  readonly isOpen: ReadonlySignal<boolean>;
  readonly notice: ReadonlySignal<LineNotice | null>;
  /** Epoch ms; moves on by the second while somebody waits for the line. */
  readonly now: ReadonlySignal<number>;
  /** What is read out to those who do not see it. */
  readonly announcement: ReadonlySignal<string>;
  /** What is being written. Kept while the panel is closed, and nowhere else. */
  readonly draft: Signal<string>;
  readonly isLasting: () => boolean;
  readonly open: () => void;
  readonly close: () => void;
  /** Whether the visitor can see the page at all. */
  readonly look: (isVisible: boolean) => void;
  readonly send: () => void;
  readonly retry: (id: SendId) => void;
  readonly choose: (reply: QuickReply) => void;
  readonly cards: Cards;
  readonly giveFeedback: (answer: SendId, helpful: boolean) => void;
  readonly noteTyping: () => void;
  readonly reconnect: () => void;
  readonly destroy: () => void;
}

export function createModel({ site, session, clock, isLasting, ...given }: ModelOptions): Model {
  const snapshot = signal(session.snapshot);
  const words = signal(given.words);
  const isOpen = signal(false);
  const isVisible = signal(true);
  const now = signal(clock.now());
  const announcement = signal("");
  const draft = signal("");
  const line = noticeLine(clock);

  /** A frame may change a session many times; it is drawn once. */
  let isDue = false;
  const unsubscribe = session.subscribe(() => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      batch(() => show(session.snapshot));
    });
  });

  function show(next: SessionSnapshot): void {
    const before = snapshot.value;
    const spoken = announcementOf(before, next, words.value);
    if (spoken !== "") announcement.value = spoken;
    snapshot.value = next;
    line.update(next.connection);
    if (next.language === before.language) return;
    // What does not load leaves the words that are there.
    given.wordsIn(next.language).then(
      (loaded) => (words.value = loaded),
      () => {},
    );
  }

  const stopReading = effect(() => {
    if (isOpen.value && isVisible.value && snapshot.value.unread > 0) session.markRead();
  });

  const stopTicking = effect(() => {
    const notice = line.notice.value;
    if (!isOpen.value || notice?.kind !== "lost" || notice.nextTryAt === null) return;
    let cancel: (() => void) | undefined;
    const tick = () => {
      now.value = clock.now();
      cancel = clock.after(SECOND_MS, tick);
    };
    tick();
    return () => cancel?.();
  });

  return {
    site,
    get words() {
      return words.value;
    },
    snapshot,
    rows: computed(() => rowsOf(snapshot.value.timeline, clock.now())),
    isOpen,
    notice: line.notice,
    now,
    announcement,
    draft,
    isLasting,
    open() {
      session.open();
      isOpen.value = true;
    },
    close: () => (isOpen.value = false),
    look: (visible) => (isVisible.value = visible),
    send() {
      const text = draft.value;
      draft.value = "";
      session.say(text);
    },
    retry: (id) => session.retry(id),
    choose: (reply) => session.choose(reply),
    cards: createCards(session),
    giveFeedback: session.giveFeedback,
    noteTyping: () => session.noteTyping(),
    reconnect: () => session.reconnect(),
    destroy() {
      stopReading();
      stopTicking();
      line.close();
      unsubscribe();
      session.close();
    },
  };
}
