/** A survey that nobody answered is over after a while: it is bounded, and nothing of it goes on (F24). */
import type { ConversationId } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import type { World } from "./world.ts";

export function endSurvey({ storage }: World, conversation: ConversationId): Promise<ChangeOutcome> {
  return storage.change({
    conversation,
    id: null,
    decide(state) {
      const timers = [{ kind: "survey-due", at: null }] as const;
      if (state?.conversation.control !== "survey") return { ok: true, value: { entries: [], timers } };
      const end = { kind: "control", from: "survey", to: "closed", by: { kind: "system" } } as const;
      return {
        ok: true,
        value: { entries: [{ ...end, handoff: state.handoff?.id ?? null }], control: "closed", timers },
      };
    },
  });
}
