/** The answer to `ping`. */
import * as z from "zod/mini";

export const Pong = z.object({ type: z.literal("pong") });
export type Pong = z.infer<typeof Pong>;
