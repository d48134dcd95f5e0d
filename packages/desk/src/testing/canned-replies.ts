/** Written answers on the canned server: kept, versioned, and refused as the real one refuses them. */
import { badVariable, CannedReply, may, type Role } from "@sophie/engine";

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

export class CannedReplies {
  replies: readonly CannedReply[] = [];

  shown(role: Role): Reply {
    const replies = this.replies.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return { status: 200, body: { replies, mayEditSite: may(role, "handoffs.manage") } };
  }

  put(body: unknown, role: Role): Reply {
    const parsed = CannedReply.safeParse(body);
    if (!parsed.success)
      return { status: 422, body: { error: "invalid", field: parsed.error.issues[0]?.path.join(".") } };
    const saved = parsed.data;
    if (!saved.isOwn && !may(role, "handoffs.manage")) return { status: 403, body: { error: "forbidden" } };
    const texts = Object.entries(saved.texts).filter(([, text]) => text !== "");
    if (texts.length === 0) return { status: 422, body: { error: "invalid", field: "texts", wrong: "" } };
    for (const [language, text] of texts) {
      const wrong = badVariable(text);
      if (wrong !== null)
        return { status: 422, body: { error: "invalid", field: `texts.${language}`, wrong } };
    }
    const held = this.replies.find(({ id }) => id === saved.id);
    if ((held?.version ?? 0) !== saved.version) return this.#stale(role);
    this.#replace(saved.id, { ...saved, version: saved.version + 1 });
    return this.shown(role);
  }

  remove(body: unknown, role: Role): Reply {
    const { id, version } = body as { readonly id: string; readonly version: number };
    if (this.replies.find((reply) => reply.id === id)?.version !== version) return this.#stale(role);
    this.#replace(id);
    return this.shown(role);
  }

  #stale(role: Role): Reply {
    return { status: 409, body: { error: "stale_version", ...(this.shown(role).body as object) } };
  }

  #replace(id: string, ...by: readonly CannedReply[]): void {
    this.replies = [...this.replies.filter((reply) => reply.id !== id), ...by];
  }
}
