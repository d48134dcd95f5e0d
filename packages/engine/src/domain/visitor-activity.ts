/** How lately a visitor did something: within 60 s, within 10 min, or longer ago (H42, catalogue 5.6). */
import * as z from "zod/mini";

export const VisitorActivity = z.enum(["active", "idle", "gone"]);
export type VisitorActivity = z.infer<typeof VisitorActivity>;
