/** Who speaks, as a small round: initials for a person, an icon for Sophie and for the visitor. */
import type { Author } from "@sophie/engine";
import type { JSX } from "preact";
import { Icon } from "./Icon.tsx";
import { botIcon, visitorIcon } from "./icons.ts";

export function Portrait({ author }: { readonly author: Author }): JSX.Element {
  return (
    <span class={`portrait portrait-${author.kind}`} aria-hidden="true">
      {author.kind === "agent" ? (
        initials(author.name)
      ) : (
        <Icon node={author.kind === "visitor" ? visitorIcon : botIcon} />
      )}
    </span>
  );
}

function initials(name: string): string {
  const parts = name.split(/\s+/).filter((part) => /^\p{Lu}/u.test(part));
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => part?.[0] ?? "");
  return letters.join("") || (name[0] ?? "?").toUpperCase();
}
