/** Making a contact of the visitor, or joining one, and with it completing the handoff: both or neither (R10, H74, H75). */
import {
  type Contact,
  contactCard,
  type ContactFields,
  type ContactId,
  type CreateContact,
  type Handoff,
  type LeadScore,
  type LeadStage,
  refuse,
  stageRank,
} from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { refusalFor } from "./access.ts";
import { moveHandoff } from "./move-handoff.ts";
import { readLead } from "./read-lead.ts";
import type { AgentActor, World } from "./world.ts";

/** What the visitor is worth at this moment, for the contact to keep (H77). */
interface Standing {
  readonly lead: LeadScore;
  readonly stage: LeadStage;
}

export async function createContact(
  world: World,
  agent: AgentActor,
  message: CreateContact,
): Promise<ChangeOutcome> {
  const { storage } = world;
  const known = await storage.handoff(message.handoff);
  if (known === null) return refuse("not_found");
  const { site, visitor, conversation } = known;
  const noAccess = refusalFor(agent, site, "handoffs.work");
  if (noAccess !== null) return noAccess;

  const joined = typeof message.same === "object" ? await storage.contactById(site, message.same.join) : null;
  if (typeof message.same === "object" && joined === null) return refuse("not_found", { detail: "contact" });
  // A repeated send would find the contact that its first one made.
  if (message.same === undefined && (await storage.entryById(conversation, message.id)) === null) {
    const same = await storage.contactsWithEmail(site, message.fields.email);
    if (same.length > 0) return refuse("contact_exists", { contacts: same.map(contactCard) });
  }

  const { score: lead, stage } = await readLead(world, { site, visitor }, world.now());
  const newId = world.newId() as ContactId;
  const assignee = { id: agent.id, name: agent.name };
  return moveHandoff(world, agent, message, {
    action: "create_contact",
    apply: (moved, at) => ({
      ...moved,
      assignee: moved.assignee ?? assignee,
      contact: joined?.id ?? newId,
      completedAt: at,
    }),
    // What the bot still has goes on: an agent let go of a hot lead, not of the visitor.
    control: ({ conversation: { control } }) =>
      control === "bot" ? null : { to: "closed", controller: null },
    more: (handoff, at) => {
      const contact =
        joined === null
          ? newContact(newId, handoff, message.fields, { lead, stage }, at)
          : joinedContact(joined, message.fields, { lead, stage }, at);
      const { notes } = message.fields;
      return {
        contact: {
          contact,
          link: { contact: contact.id, site, handoff: handoff.id, conversation, visitor, at, notes },
        },
      };
    },
  });
}

function newContact(
  id: ContactId,
  { site }: Handoff,
  fields: ContactFields,
  standing: Standing,
  at: number,
): Contact {
  return { id, site, version: 1, ...fields, ...standing, createdAt: at, updatedAt: at };
}

/** What is known of a contact stays; only what was empty is filled. The notes of each handoff are kept with it. */
function joinedContact(
  contact: Contact,
  fields: ContactFields,
  { lead, stage }: Standing,
  at: number,
): Contact {
  return {
    ...contact,
    firstName: contact.firstName || (contact.lastName === "" ? fields.firstName : ""),
    lastName: contact.lastName || (contact.firstName === "" ? fields.lastName : ""),
    email: contact.email || fields.email,
    phone: contact.phone || fields.phone,
    company: contact.company || fields.company,
    notes: contact.notes || fields.notes,
    lead,
    stage: stageRank(stage) > stageRank(contact.stage) ? stage : contact.stage,
    version: contact.version + 1,
    updatedAt: at,
  };
}
