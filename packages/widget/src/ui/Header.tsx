/** Who is speaking now, and what that means for the visitor. */
import { firstName } from "../model/announcements.ts";
import type { Model } from "../model/create-model.ts";
import { Icon } from "./Icon.tsx";

export function Header({ model }: { readonly model: Model }) {
  const { words, site } = model;
  const { control, agent } = model.snapshot.value;
  const name = agent === null ? "Sophie" : firstName(agent.name);
  const line =
    agent !== null
      ? words.colleague(site.name)
      : control === "human_pending"
        ? words.personAsked
        : control === "closed" || control === "survey"
          ? words.ended
          : words.assistant(site.name);
  return (
    <header>
      <span class="avatar" aria-hidden="true">
        {name.slice(0, 1)}
      </span>
      <div class="who">
        <h2>{name}</h2>
        <p>{line}</p>
      </div>
      <button type="button" class="plain" aria-label={words.closeChat} onClick={model.close}>
        <Icon name="close" />
      </button>
    </header>
  );
}
