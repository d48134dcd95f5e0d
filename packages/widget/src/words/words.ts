/** What the panel says, in one language: short, human, true. What Sophie says in the conversation is the engine's. */
import type { ContactChannel, Delivery, Words as SophiesWords } from "@sophie/engine";

export interface Words {
  /** What she says herself. */
  readonly sophie: SophiesWords;
  /** The name of the whole, for those who hear it. `site` is the site's name. */
  readonly chatWith: (site: string) => string;
  readonly openChat: string;
  readonly closeChat: string;
  readonly unread: (count: number) => string;
  /** The line under the name of who speaks. */
  readonly assistant: (site: string) => string;
  readonly personAsked: string;
  readonly colleague: (site: string) => string;
  readonly ended: string;
  readonly you: string;
  readonly delivery: Readonly<Record<Delivery["state"], string>>;
  readonly retry: string;
  readonly tooLong: string;
  readonly newMessages: string;
  readonly isTyping: (name: string) => string;
  readonly looking: string;
  readonly talkToPerson: string;
  /** `noun` is what the site calls a demo, in its own language. */
  readonly requestDemo: (noun: string | undefined) => string;
  /** The handoff, as a card. */
  readonly asking: string;
  readonly pendingTitle: string;
  readonly pendingGoOn: string;
  /** Only where the conversation outlives the page. */
  readonly pendingMayLeave: string;
  readonly pendingStay: string;
  readonly takesOver: (name: string) => string;
  readonly closedTitle: string;
  readonly closedReopens: string;
  readonly closedStartsNew: string;
  /** What is asked for before a person is called, as a card. */
  readonly askTitle: string;
  readonly askBody: string;
  readonly askSend: string;
  readonly askSkip: string;
  readonly wrong: string;
  /** Below an answer. */
  readonly wasHelpful: string;
  readonly yes: string;
  readonly no: string;
  readonly thanks: string;
  /** At the end, as a card: one to five. */
  readonly surveyTitle: string;
  readonly surveyWorst: string;
  readonly surveyBest: string;
  readonly surveyComment: string;
  /** In the queue; `ahead` is how many are before the visitor, `from` and `to` are minutes. */
  readonly place: (ahead: number) => string;
  readonly about: (from: number, to: number) => string;
  /** Other ways to reach somebody, where the site has no words of its own for one. */
  readonly channel: Readonly<Record<ContactChannel["kind"], string>>;
  readonly callMe: string;
  readonly willCall: (number: string) => string;
  /** The line is lost. */
  readonly offlineTitle: string;
  readonly offlineSaved: string;
  readonly offlineHeld: string;
  readonly nextTry: (seconds: number) => string;
  readonly connecting: string;
  readonly tryNow: string;
  readonly stoppedTitle: string;
  readonly stoppedBody: string;
  readonly reload: string;
  readonly message: string;
  readonly placeholder: string;
  readonly send: string;
  readonly charsLeft: (count: number) => string;
  readonly charsOver: (count: number) => string;
}

/** Formal is Sie and vous, informal is du and tu. */
export type WordsIn = (isFormal: boolean) => Words;
