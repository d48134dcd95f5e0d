/** A visitor writes where nobody answers: they are told once a day how to reach somebody, and nobody is called (T22). */
import type { ConversationId, SendId } from "@sophie/engine";
import { isNoReply } from "../routing/no-reply.ts";
import { wrongPlaceNotice } from "../routing/notice.ts";
import type { Change, ChangeOutcome, ConversationState } from "../storage/storage.ts";
import type { VisitorActor, World } from "./world.ts";

const AGAIN_AFTER_MS = 24 * 60 * 60_000;
/** How far back the last one is looked for. */
const LOOK_BACK = 500;

/** Whether this visitor is where nobody answers. */
export function isWrongPlace({ siteOf }: Pick<World, "siteOf">, { site, page }: VisitorActor): boolean {
  const settings = siteOf(site)?.settings;
  return settings !== undefined && isNoReply(settings, { page });
}

/** Lets `act` write what the visitor is to be told, one at a time; nothing for who was told within a day, or has a person. */
export async function withWrongPlace<T>(
  world: World,
  visitor: VisitorActor,
  conversation: ConversationId,
  act: (told: Change["entries"]) => Promise<T>,
): Promise<T> {
  const settings = world.siteOf(visitor.site)?.settings;
  if (settings === undefined || !isNoReply(settings, { page: visitor.page })) return act([]);
  return world.turns.take(visitor.site, async () => {
    const state = await world.storage.stateOf(conversation);
    const isBots = state === null || state.conversation.control === "bot";
    if (!isBots || (await wasTold(world, state))) return act([]);
    return act([wrongPlaceNotice(settings, state?.conversation.language ?? visitor.language)]);
  });
}

/** In place of calling a person. */
export function tellWrongPlace(
  world: World,
  visitor: VisitorActor,
  { id, conversation }: { readonly id: SendId; readonly conversation: ConversationId },
): Promise<ChangeOutcome> {
  return withWrongPlace(world, visitor, conversation, (told) =>
    world.storage.change({
      conversation,
      id,
      decide: (state) => {
        const { site, id: owner, language } = visitor;
        const opening = state === null ? { open: { site, visitor: owner, language } } : {};
        return { ok: true, value: { ...opening, entries: told } };
      },
    }),
  );
}

async function wasTold({ storage, now }: World, state: ConversationState | null): Promise<boolean> {
  if (state === null) return false;
  const { id, lastSeq } = state.conversation;
  const entries = await storage.entriesSince(id, Math.max(0, lastSeq - LOOK_BACK), LOOK_BACK);
  return entries.some(
    (entry) => entry.kind === "notice" && entry.notice === "nobody" && now() - entry.at < AGAIN_AFTER_MS,
  );
}
