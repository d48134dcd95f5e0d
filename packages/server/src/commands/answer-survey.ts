/** The visitor's answer to the survey that an agent began, and with it the end (F24). */
import { type AnswerSurvey, refuse } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { isOwnedBy, unlessForeign } from "./access.ts";
import type { VisitorActor, World } from "./world.ts";

export async function answerSurvey(
  { storage }: World,
  visitor: VisitorActor,
  { id, conversation, rating, comment }: AnswerSurvey,
): Promise<ChangeOutcome> {
  const outcome = await storage.change({
    conversation,
    id,
    decide(state) {
      if (state === null || !isOwnedBy(state, visitor)) return refuse("not_found");
      const { control } = state.conversation;
      if (control === "closed") return refuse("conversation_closed");
      if (control !== "survey") return refuse("invalid_transition");
      return {
        ok: true,
        value: {
          entries: [
            { kind: "survey", rating, comment },
            {
              kind: "control",
              from: control,
              to: "closed",
              by: { kind: "visitor" },
              handoff: state.handoff?.id ?? null,
            },
          ],
          control: "closed",
          timers: [{ kind: "survey-due", at: null }],
        },
      };
    },
  });
  return unlessForeign(storage, conversation, (state) => isOwnedBy(state, visitor), outcome);
}
