/** The lines of the visitors of each site that end in this process: who is told when the site is settled anew. */
import type { SiteId } from "@sophie/engine";

export interface VisitorLine {
  readonly site: SiteId;
  /** The site's settings may not be what they were. */
  settled(): void;
}

export class VisitorLines {
  readonly #lines = new Map<SiteId, Set<VisitorLine>>();

  add(line: VisitorLine): void {
    const lines = this.#lines.get(line.site);
    if (lines === undefined) this.#lines.set(line.site, new Set([line]));
    else lines.add(line);
  }

  remove(line: VisitorLine): void {
    const lines = this.#lines.get(line.site);
    lines?.delete(line);
    if (lines?.size === 0) this.#lines.delete(line.site);
  }

  settled(site: SiteId): void {
    for (const line of this.#lines.get(site) ?? []) line.settled();
  }
}
