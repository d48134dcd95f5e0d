/** What a conversation still waits for an answer to, read from its log and from what is on its way to it. */
import type { Said } from "../conversation/conversation-event.ts";
import type { Transcript } from "../conversation/transcript.ts";
import type { SendId } from "../domain/id.ts";
import { handoffIdOf, replyIdOf } from "./derived-id.ts";
import type { VisitorRequest } from "./saved-session.ts";

/** The visitor's messages that have neither a reply nor a request for a person, oldest first. */
export function unansweredIn({ entries }: Transcript, unlogged: readonly VisitorRequest[]): readonly Said[] {
  const messages = entries.filter((entry) => entry.kind === "message");
  const known = new Set<SendId>([...messages, ...unlogged].map(({ id }) => id));
  for (const entry of entries) if (entry.kind === "procedure") known.add(entry.request);
  for (const request of unlogged) if (request.type === "begin-handoff") known.add(request.request);
  const said: Said[] = [
    ...messages.filter(({ author }) => author.kind === "visitor"),
    ...unlogged.filter((request) => request.type === "send-message"),
  ].map(({ id, text }) => ({ id, text }));
  return said.filter(({ id }) => !known.has(replyIdOf(id)) && !known.has(handoffIdOf(id)));
}
