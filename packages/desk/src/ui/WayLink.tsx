/** One way to reach somebody: a link that opens mail or telephone; what is no address and no number stays text (H60, H61). */
import type { JSX } from "preact";
import type { ContactWay } from "../model/contact-ways.ts";
import { Icon } from "./Icon.tsx";
import { mailIcon, phoneIcon } from "./icons.ts";

export function WayLink({ way }: { readonly way: ContactWay }): JSX.Element {
  const icon = <Icon node={way.how === "mail" ? mailIcon : phoneIcon} />;
  return way.href === null ? (
    <span class="way-link way-text">
      {icon}
      {way.shown}
    </span>
  ) : (
    <a class="way-link" href={way.href}>
      {icon}
      {way.shown}
    </a>
  );
}
