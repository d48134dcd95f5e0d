/** Puts a text on the clipboard, and says so for a moment. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { words } from "../words/chosen-words.ts";
import { Icon } from "./Icon.tsx";
import { checkIcon, copyIcon } from "./icons.ts";

interface CopyButtonProps {
  readonly text: string;
  /** Shown beside the icon; without it the icon alone is drawn, with a name. */
  readonly label?: string;
}

export function CopyButton({ text, label }: CopyButtonProps): JSX.Element {
  const [isCopied, setIsCopied] = useState(false);
  const { copy, copied } = words.value.panel;
  const name = isCopied ? copied : (label ?? copy);
  const node = isCopied ? checkIcon : copyIcon;
  return (
    <button
      type="button"
      class={label === undefined ? "button button-bare button-tiny" : "button"}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setIsCopied(true))}
      onBlur={() => setIsCopied(false)}
    >
      {label === undefined ? <Icon node={node} label={name} /> : <Icon node={node} />}
      {label !== undefined && name}
    </button>
  );
}
