/** Writing something down for colleagues: anybody who works here may, whoever has the conversation, and after its end too. */
import { type AddNote, type Author, refuse } from "@sophie/engine";
import type { ChangeOutcome, ConversationState } from "../storage/storage.ts";
import { refusalFor, unlessForeign } from "./access.ts";
import { textRefusal } from "./text.ts";
import type { AgentActor, World } from "./world.ts";

export async function addNote(
  { storage }: World,
  agent: AgentActor,
  { id, conversation, text }: AddNote,
): Promise<ChangeOutcome> {
  const badText = textRefusal(text);
  if (badText !== null) return badText;
  const author: Author = { kind: "agent", id: agent.id, name: agent.name };
  const noAccessTo = (state: ConversationState) =>
    refusalFor(agent, state.conversation.site, "handoffs.work");
  const outcome = await storage.change({
    conversation,
    id,
    decide(state) {
      if (state === null) return refuse("not_found");
      const noAccess = noAccessTo(state);
      if (noAccess !== null) return noAccess;
      return { ok: true, value: { entries: [{ kind: "note", id, author, text }] } };
    },
  });
  return unlessForeign(storage, conversation, (state) => noAccessTo(state) === null, outcome);
}
