/** What stands where nothing is: what will appear here, and how to make it appear. */
import type { ComponentChildren, JSX } from "preact";
import { Icon, type IconNode } from "./Icon.tsx";

interface BlankProps {
  readonly icon: IconNode;
  readonly title: string;
  readonly text: string;
  readonly children?: ComponentChildren;
}

export function Blank({ icon, title, text, children }: BlankProps): JSX.Element {
  return (
    <div class="blank">
      <span class="blank-icon">
        <Icon node={icon} />
      </span>
      <p class="blank-title">{title}</p>
      <p class="blank-text">{text}</p>
      {children}
    </div>
  );
}
