/** A sentence of a site's own, in the languages in which somebody wrote it; where there is none, Sophie's own words stand. */
import * as z from "zod/mini";
import { Language } from "./language.ts";

export const LocalText = z.partialRecord(Language, z.string().check(z.trim(), z.maxLength(1_000)));
export type LocalText = z.infer<typeof LocalText>;
