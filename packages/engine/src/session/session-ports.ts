/** What a session is given: the site, the words to begin with, and the world as far as it needs it. */
import type { Clock } from "../domain/clock.ts";
import type { OpenSocketPort } from "../connection/socket.ts";
import type { AnswerPort, DetectorPort, TriggersPort } from "../conversation/ports.ts";
import type { Language } from "../domain/language.ts";
import type { SiteConfig } from "../domain/site.ts";
import type { Words } from "../words/words.ts";
import type { SavedSession } from "./saved-session.ts";

/** What does not change while a session lives. */
export interface SessionOptions {
  readonly site: SiteConfig;
  /** The page's, or the nearest to it that Sophie speaks. */
  readonly language: Language;
  /** Sophie's words in it: `wordsOf(language, site.handoff?.address)`. */
  readonly words: Words;
  /** Of the visitor's clock, such as `Europe/Amsterdam`: times are said in it. Absent where it is unknown. */
  readonly zone?: string;
  /** The path of the page that the visitor is on, such as `/jobs`: told to a site that answers on some pages only (T22). */
  readonly page?: () => string;
}

/** The world, as far as a session needs it. None of them may throw; those that load may reject. */
export interface SessionPorts {
  readonly openSocket: OpenSocketPort;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  /** A new, unguessable id, such as `crypto.randomUUID()`. */
  readonly newId: () => string;
  readonly saved: SavedSession;
  readonly detector: DetectorPort;
  /** Absent where the site has no words of its own. */
  readonly triggers?: TriggersPort;
  readonly answer: AnswerPort;
  /** Sophie's words in another language, for a visitor who does not write in the page's. Absent: she keeps to the page's. */
  readonly wordsIn?: (language: Language) => Promise<Words>;
}
