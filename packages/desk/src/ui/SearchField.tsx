/** Where the agent looks for a handoff; the slash key leads here, Escape empties it. */
import type { JSX, RefObject } from "preact";
import { words } from "../words/chosen-words.ts";
import { Icon } from "./Icon.tsx";
import { searchIcon } from "./icons.ts";

interface SearchFieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly field: RefObject<HTMLInputElement | null>;
}

export function SearchField({ value, onInput, field }: SearchFieldProps): JSX.Element {
  const { search } = words.value.queue;
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
      <kbd class="search-key" aria-hidden="true">
        /
      </kbd>
    </label>
  );
}
