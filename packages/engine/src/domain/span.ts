/** A stretch of a message: UTF-16 offsets, `end` exclusive, as `String.prototype.slice` takes them. */
import * as z from "zod/mini";

export const Span = z.object({
  start: z.int().check(z.nonnegative()),
  end: z.int().check(z.positive()),
});
export type Span = z.infer<typeof Span>;
