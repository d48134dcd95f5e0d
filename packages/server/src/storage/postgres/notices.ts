/** What travels in a NOTIFY: who sent it, what kind it is, and the content, in less than PostgreSQL's 8,000 bytes. */
import type { ConversationId, HandoffId, SiteId } from "@sophie/engine";
import type { RemoteChange } from "../storage.ts";

export const CHANNEL = "sophie";

const PAYLOAD_BYTES_MAX = 7_900;
export const ANNOUNCEMENT_BYTES_MAX = 7_000;

export type Notice =
  | { readonly kind: "changes"; readonly sender: string; readonly changes: readonly RemoteChange[] }
  | { readonly kind: "announcement"; readonly sender: string; readonly text: string };

/** As many payloads as it takes. `sender` holds no space. */
export function encodeChanges(sender: string, changes: readonly RemoteChange[]): string[] {
  const head = `changes ${sender} `;
  const payloads: string[] = [];
  let items: string[] = [];
  let bytes = 0;
  for (const { conversation, site, lastSeq, handoff } of changes) {
    const item = JSON.stringify([conversation, site, lastSeq, handoff]);
    // Ids are ASCII, so characters are bytes; one more for the comma or bracket.
    if (bytes + item.length + 1 > PAYLOAD_BYTES_MAX - head.length - 1) {
      payloads.push(`${head}[${items.join(",")}]`);
      items = [];
      bytes = 0;
    }
    items.push(item);
    bytes += item.length + 1;
  }
  if (items.length > 0) payloads.push(`${head}[${items.join(",")}]`);
  return payloads;
}

export function encodeAnnouncement(sender: string, text: string): string {
  const bytes = Buffer.byteLength(text);
  if (bytes > ANNOUNCEMENT_BYTES_MAX) {
    throw new Error(`An announcement holds at most ${ANNOUNCEMENT_BYTES_MAX} bytes; this one has ${bytes}.`);
  }
  return `announcement ${sender} ${text}`;
}

/** Null for what is not a notice of this version of Sophie: others may use the channel too. */
export function decodeNotice(payload: string): Notice | null {
  const [, kind, sender, content] = /^(changes|announcement) (\S+) (.*)$/su.exec(payload) ?? [];
  if (kind === undefined || sender === undefined || content === undefined) return null;
  if (kind === "announcement") return { kind, sender, text: content };
  const items: [ConversationId, SiteId, number, HandoffId | null][] = JSON.parse(content);
  const changes = items.map(([conversation, site, lastSeq, handoff]) => ({
    conversation,
    site,
    lastSeq,
    handoff,
  }));
  return { kind: "changes", sender, changes };
}
