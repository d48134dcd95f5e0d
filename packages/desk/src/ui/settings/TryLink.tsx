/** From where something is set to where it can be tried out. */
import type { JSX } from "preact";
import { hrefOf, place } from "../../model/address.ts";
import { words } from "../../words/chosen-words.ts";
import { Icon } from "../Icon.tsx";
import { arrowRightIcon } from "../icons.ts";

export function TryLink(): JSX.Element {
  const at = place.value;
  const site = at.page === "settings" ? at.site : null;
  return (
    <a class="button button-small" href={hrefOf({ page: "settings", section: "try", site })}>
      {words.value.settings.section.try}
      <Icon node={arrowRightIcon} />
    </a>
  );
}
