/** Done: the clock stops (H52), and the conversation is closed, after a short survey if the agent begins one (F24). */
import { type CompleteHandoff, SURVEY_MS } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { moveHandoff } from "./move-handoff.ts";
import type { AgentActor, World } from "./world.ts";

export function completeHandoff(
  world: World,
  agent: AgentActor,
  message: CompleteHandoff,
): Promise<ChangeOutcome> {
  let isAsking = false;
  return moveHandoff(world, agent, message, {
    action: "complete",
    apply: (moved, at) => ({ ...moved, completedAt: at }),
    control({ conversation }) {
      const maySurvey = world.siteOf(conversation.site)?.settings.survey ?? false;
      // A visitor whom only the bot spoke with has nobody to judge.
      isAsking = message.survey === true && maySurvey && conversation.control === "human";
      return { to: isAsking ? "survey" : "closed", controller: null };
    },
    more: (_handoff, at) => ({
      timers: [{ kind: "survey-due", at: isAsking ? at + SURVEY_MS : null }],
    }),
  });
}
