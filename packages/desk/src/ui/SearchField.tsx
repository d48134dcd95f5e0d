/** Where the agent looks for a handoff; the slash key leads here, Escape empties it. */
import type { JSX, RefObject } from "preact";
import { words } from "../words/chosen-words.ts";
import { Icon } from "./Icon.tsx";
import { searchIcon } from "./icons.ts";

interface SearchFieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly field: RefObject<HTMLInputElement | null>;
  /** In place of what stands in the queue; then no key leads here. */
  readonly label?: string;
}

export function SearchField({ value, onInput, field, label }: SearchFieldProps): JSX.Element {
  const search = label ?? words.value.queue.search;
  return (
    <label class="search">
      <Icon node={searchIcon} />
      <input
        ref={field}
        class="search-input"
        type="search"
        value={value}
        placeholder={search}
        aria-label={search}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          if (value === "") event.currentTarget.blur();
          else onInput("");
        }}
      />
      {label === undefined && (
        <kbd class="search-key" aria-hidden="true">
          /
        </kbd>
      )}
    </label>
  );
}
