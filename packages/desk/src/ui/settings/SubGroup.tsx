/** Controls inside a matter that belong together, under a name of their own. */
import type { ComponentChildren, JSX } from "preact";

interface SubGroupProps {
  readonly path?: string;
  readonly title: string;
  readonly lead?: string;
  readonly children: ComponentChildren;
}

export function SubGroup({ path, title, lead, children }: SubGroupProps): JSX.Element {
  return (
    <fieldset class="sub" data-setting={path}>
      <legend class="sub-title">{title}</legend>
      <div class="sub-body">
        {lead !== undefined && <p class="quiet">{lead}</p>}
        {children}
      </div>
    </fieldset>
  );
}
