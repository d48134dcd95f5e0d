/** One lucide icon at 16 px. Without a label it is decoration, and stands beside a word. */
import { h, type JSX } from "preact";

export type IconNode = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];

interface IconProps {
  readonly node: IconNode;
  /** The accessible name, for an icon that stands alone. */
  readonly label?: string;
  readonly class?: string;
}

export function Icon({ node, label, class: className }: IconProps): JSX.Element {
  const naming =
    label === undefined ? { "aria-hidden": "true" as const } : { role: "img" as const, "aria-label": label };
  return (
    <svg
      class={className === undefined ? "icon" : `icon ${className}`}
      width="16"
      height="16"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      {...naming}
    >
      {node.map(([tag, attributes]) => h(tag, { ...attributes, key: JSON.stringify(attributes) }))}
    </svg>
  );
}
