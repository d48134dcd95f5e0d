/** Who says hello, as the commands know a visitor: what a page says of its clock and place counts only if it can be. */
import type { SiteId, VisitorHello, VisitorId } from "@sophie/engine";
import { isZone } from "../hours/zone-stretch.ts";
import type { VisitorActor } from "./world.ts";

export function visitorOf(
  id: VisitorId,
  site: SiteId,
  { language, zone, page }: Pick<VisitorHello, "language" | "zone" | "page">,
): VisitorActor {
  return {
    id,
    site,
    language,
    ...(zone !== undefined && isZone(zone) ? { zone } : {}),
    ...(page === undefined ? {} : { page }),
  };
}
