/** The conversation machine by itself: events in, effects out, without a session, a line or a clock. */
import { type ConversationEffect, conversationMachine, SendId } from "@sophie/engine";
import { createActor, fromPromise } from "xstate";

/** What Sophie wants done about one sentence, in order. */
export async function effectsOf(text: string): Promise<readonly ConversationEffect[]> {
  const effects: ConversationEffect[] = [];
  const conversation = createActor(
    conversationMachine.provide({
      actors: {
        consider: fromPromise(async ({ input: { said } }) =>
          said.text.includes("person")
            ? ({ kind: "wanted", trigger: "human_request", source: "text" } as const)
            : ({ kind: "answer", answer: { text: "On weekdays from 9:00." } } as const),
        ),
      },
    }),
  );
  for (const type of ["reply", "say", "begin", "escalate"] as const) {
    conversation.on(type, (effect) => effects.push(effect));
  }
  conversation.start();
  conversation.send({ type: "VISITOR_SAID", said: { id: SendId.parse("message-1"), text } });
  await new Promise(setImmediate);
  conversation.stop();
  return effects;
}
