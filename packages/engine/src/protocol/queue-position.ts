/** Where a waiting visitor stands, told at most every half minute and stored nowhere. */
import * as z from "zod/mini";
import { ConversationId } from "../domain/id.ts";

const place = {
  /** 1 is next. */
  position: z.int().check(z.positive()),
  /** How much longer, going by how long others waited of late; null while too few did to say anything honest. */
  about: z.nullable(z.object({ fromMs: z.int(), toMs: z.int() })),
};

export const QueuePosition = z.object({
  type: z.literal("queue-position"),
  conversation: ConversationId,
  ...place,
});
export type QueuePosition = z.infer<typeof QueuePosition>;

/** The same, as a welcome tells it to whoever comes back. */
export const QueuePlace = z.object(place);
export type QueuePlace = z.infer<typeof QueuePlace>;
