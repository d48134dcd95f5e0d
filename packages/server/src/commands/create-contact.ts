/** Making a contact of the visitor, and with it completing the handoff: both or neither (R10, H75). */
import type { Contact, ContactId, CreateContact } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { moveHandoff } from "./move-handoff.ts";
import type { AgentActor, World } from "./world.ts";

export function createContact(
  world: World,
  agent: AgentActor,
  message: CreateContact,
): Promise<ChangeOutcome> {
  const id = world.newId() as ContactId;
  const assignee = { id: agent.id, name: agent.name };
  return moveHandoff(world, agent, message, {
    action: "create_contact",
    apply: (moved, at) => ({ ...moved, assignee: moved.assignee ?? assignee, contact: id, completedAt: at }),
    // What the bot still has goes on: an agent let go of a hot lead, not of the visitor.
    control: ({ conversation }) =>
      conversation.control === "bot" ? null : { to: "closed", controller: null },
    more: ({ site, visitor, id: handoff, score }, createdAt) => {
      const contact: Contact = { id, site, visitor, handoff, score, createdAt, ...message.fields };
      return { contact };
    },
  });
}
