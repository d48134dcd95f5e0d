/** The conversation machine at work for one visitor: with the site's settings, its sources, and patience that ends. */
import { createActor, fromPromise } from "xstate";
import { consider } from "../conversation/consider.ts";
import { conversationMachine } from "../conversation/machine.ts";
import { withPatience } from "../conversation/patience.ts";
import type { BotState } from "../domain/bot-state.ts";
import type { SessionOptions, SessionPorts } from "./session-ports.ts";
import type { Voice } from "./voice.ts";

/** Without a word of the site's on it. */
const UNKNOWN_LIMIT = 2;

/** `bot`: whether she answers at this moment. */
export function createBrain(
  { site }: SessionOptions,
  ports: SessionPorts,
  voice: Voice,
  bot: () => BotState,
) {
  const { handoff, knowledge, knows } = site;
  // Who knows nothing at all says so at once, and offers somebody who does (F3).
  const limit = knowledge.length === 0 && knows !== true ? 1 : (handoff?.unknownLimit ?? UNKNOWN_LIMIT);
  return createActor(
    conversationMachine.provide({
      actors: {
        consider: fromPromise(({ input: { said, offer, causes } }) => {
          const { detector, triggers, answer } = ports;
          const considered = voice.ready.then(() =>
            consider(
              { ...said, language: voice.language, offer, causes },
              {
                detector,
                triggers,
                answer,
                nouns: site,
                words: voice.words,
                ignored: handoff?.ignored ?? [],
                bot: bot(),
              },
            ),
          );
          return withPatience(considered, ports.clock, site.assistant?.patienceMs);
        }),
      },
      guards: {
        mustAsk: ({ context }) => (handoff?.collect[context.trigger]?.length ?? 0) > 0,
        knowsTooLittle: ({ context }) => context.unknowns + 1 >= limit,
      },
    }),
  );
}

export type Brain = ReturnType<typeof createBrain>;
