/** What a conversation still waits for, read from its log and from what is on its way to it. */
import type { Said } from "../conversation/machine.ts";
import type { Transcript } from "../conversation/transcript.ts";
import type { SendId } from "../domain/id.ts";
import { handoffIdOf, replyIdOf } from "./derived-id.ts";
import type { VisitorRequest } from "./saved-session.ts";

/** The visitor's messages that have neither a reply nor a request for a person, oldest first. */
export function unansweredIn({ entries }: Transcript, unlogged: readonly VisitorRequest[]): readonly Said[] {
  const messages = entries.filter((entry) => entry.kind === "message");
  const known = new Set<SendId>([...messages, ...unlogged].map(({ id }) => id));
  const said: Said[] = [
    ...messages.filter(({ author }) => author.kind === "visitor"),
    ...unlogged.filter((request) => request.type === "send-message"),
  ].map(({ id, text }) => ({ id, text }));
  return said.filter(({ id }) => !known.has(replyIdOf(id)) && !known.has(handoffIdOf(id)));
}

/** Sophie's last words, perhaps said on an earlier page; null if she has said nothing. */
export function lastWordsIn({ entries }: Transcript, unlogged: readonly VisitorRequest[]): string | null {
  const pending = unlogged.findLast((request) => request.type === "send-reply");
  if (pending !== undefined) return pending.text;
  const logged = entries.findLast((entry) => entry.kind === "message" && entry.author.kind === "bot");
  return logged?.kind === "message" ? logged.text : null;
}
