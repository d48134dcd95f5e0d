/** Which site a page is about, for whoever works for more than one; for all others it is not worth a word. */
import type { SiteId } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../words/chosen-words.ts";
import { useDesk } from "./desk-context.ts";

interface SiteSelectProps {
  /** Undefined while none is known. */
  readonly site: SiteId | undefined;
  readonly class?: string;
  readonly onChoose: (site: SiteId) => void;
}

export function SiteSelect({ site, class: more = "", onChoose }: SiteSelectProps): JSX.Element | null {
  const sites = useDesk().sites.value;
  if (sites.length < 2 || site === undefined) return null;
  return (
    <select
      class={`input select ${more}`.trim()}
      aria-label={words.value.answers.site}
      value={site}
      onChange={({ currentTarget }) => {
        const chosen = sites.find(({ id }) => id === currentTarget.value);
        // Until it is left, the page shows where it is.
        currentTarget.value = site;
        if (chosen !== undefined) onChoose(chosen.id);
      }}
    >
      {sites.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
