/** One matter of the settings: a heading, a sentence that says what it is about, and its controls. */
import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";

interface SettingCardProps {
  readonly title: string;
  readonly lead?: string | undefined;
  /** Beside the heading. */
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function SettingCard({ title, lead, actions, children }: SettingCardProps): JSX.Element {
  const id = useId();
  return (
    <section class="card setting-card" aria-labelledby={id}>
      <header class="setting-card-head">
        <div>
          <h3 id={id} class="card-title">
            {title}
          </h3>
          {lead !== undefined && <p class="quiet">{lead}</p>}
        </div>
        {actions}
      </header>
      {children}
    </section>
  );
}
