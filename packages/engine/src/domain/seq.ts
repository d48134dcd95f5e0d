/** A place in a conversation's log as a client names it: bounded, so that whatever it says fits what stores it. */
import * as z from "zod/mini";

/** The largest integer of PostgreSQL's `integer`, in which a `seq` is kept. */
const SEQ_MAX = 2_147_483_647;

/** 0 stands before the first entry. */
export const Seq = z.int().check(z.nonnegative(), z.maximum(SEQ_MAX));
export type Seq = z.infer<typeof Seq>;
