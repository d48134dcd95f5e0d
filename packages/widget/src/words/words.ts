/** What the panel says, in one language: short, human, true. What Sophie says in the conversation is the engine's. */
import type { Delivery } from "@sophie/engine";

export interface Words {
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
  readonly requestDemo: string;
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
