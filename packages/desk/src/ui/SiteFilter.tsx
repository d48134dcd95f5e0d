/** Of which site the list shows handoffs; there only for whoever works for several (F21). */
import { SiteId } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../words/chosen-words.ts";
import { useDesk } from "./desk-context.ts";

interface SiteFilterProps {
  /** Null for all of them. */
  readonly site: SiteId | null;
  readonly onChoose: (site: SiteId | null) => void;
}

export function SiteFilter({ site, onChoose }: SiteFilterProps): JSX.Element | null {
  const sites = useDesk().sites.value;
  const text = words.value.routing.site;
  if (sites.length < 2) return null;
  return (
    <select
      class="input select site-filter"
      aria-label={text.label}
      value={site ?? ""}
      onChange={(event) => {
        const { value } = event.currentTarget;
        onChoose(value === "" ? null : SiteId.parse(value));
      }}
    >
      <option value="">{text.all}</option>
      {sites.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
