/** What visitors read when a person is called, where a site has no words of its own. Short, human, and true at that moment. */

/** `{time}`: when the queue opens next. `{reply}`: by when an answer comes. Both are put in as whole moments. */
export interface NoticeWords {
  /** Somebody is there. */
  readonly available: string;
  /** Closed now. */
  readonly closed: string;
  /** An answer comes later, though it is open: nobody is free, or the queue always answers later. */
  readonly later: string;
  /** An answer comes later, and nobody knows when. */
  readonly someday: string;
  /** No rule said whom to call; it waits for somebody to take it. */
  readonly unassigned: string;
  /** The same, and the conversation ends here. */
  readonly closing: string;
  /** Nobody is called, and Sophie goes on. */
  readonly nobody: string;
  /** The same, and the site's other ways follow. */
  readonly otherWays: string;
  /** Nothing is answered on this page, and the site's other ways follow (T22). */
  readonly wrongPlace: string;
  /** The same on a site without other ways. */
  readonly nowhere: string;
}

export interface MomentParts {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
  /** `09:00`. */
  readonly time: string;
}

export interface LanguageWords {
  readonly formal: NoticeWords;
  readonly informal: NoticeWords;
  /** For `Intl`. */
  readonly locale: string;
  /** A moment as it is said in the middle of a sentence. */
  moment(parts: MomentParts): string;
  /** The same moment on the clocks of a place, such as "09:00 in Amsterdam". */
  elsewhere(time: string, place: string): string;
}
