/** Is anybody there? Browsers cannot send WebSocket pings, so the client's half of the heartbeat is a message. */
import * as z from "zod/mini";

export const Ping = z.object({ type: z.literal("ping") });
export type Ping = z.infer<typeof Ping>;
