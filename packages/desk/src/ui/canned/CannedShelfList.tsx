/** One shelf of written answers, with the one that is being written opened in its place. */
import type { AgentWelcome, CannedReply } from "@sophie/engine";
import { cannedTextFor } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { useDesk } from "../desk-context.ts";
import { Icon } from "../Icon.tsx";
import { addIcon } from "../icons.ts";
import { CannedForm } from "./CannedForm.tsx";

interface CannedShelfListProps {
  readonly site: AgentWelcome["sites"][number];
  readonly isOwn: boolean;
  readonly mayEdit: boolean;
  readonly replies: readonly CannedReply[];
}

export function CannedShelfList({ site, isOwn, mayEdit, replies }: CannedShelfListProps): JSX.Element {
  const { canned } = useDesk();
  const text = words.value.together.canned;
  const held = canned.edited.value;
  const edited = held?.site === site.id && held.reply.isOwn === isOwn ? held : null;
  const language = site.language ?? "nl";
  const headId = `canned-${isOwn ? "own" : "site"}`;

  function edit(reply: CannedReply): void {
    canned.edited.value = { site: site.id, reply, fault: null };
  }

  return (
    <section class="canned-shelf" aria-labelledby={headId}>
      <header class="canned-shelf-head">
        <h2 id={headId}>{isOwn ? text.own : text.site}</h2>
        <p class="quiet">{mayEdit ? (isOwn ? text.ownHint : text.siteHint) : text.readOnly}</p>
        {mayEdit && edited === null && (
          <button
            type="button"
            class="button button-small"
            onClick={() => edit({ id: crypto.randomUUID(), version: 0, name: "", texts: {}, isOwn })}
          >
            <Icon node={addIcon} />
            {isOwn ? text.addOwn : text.add}
          </button>
        )}
      </header>
      {edited !== null && edited.reply.version === 0 && <CannedForm edited={edited} language={language} />}
      {replies.length === 0 && edited === null && <p class="quiet">{text.empty}</p>}
      <ul class="canned-rows">
        {replies.map((reply) =>
          edited?.reply.id === reply.id ? (
            <li key={reply.id}>
              <CannedForm edited={edited} language={language} current={reply} />
            </li>
          ) : (
            <li key={reply.id} class="canned-row">
              <span class="canned-name">{reply.name}</span>
              <span class="canned-text">{cannedTextFor(reply, language, language)}</span>
              <span class="quiet">{Object.keys(reply.texts).join(" · ")}</span>
              {mayEdit && (
                <button
                  type="button"
                  class="button button-small"
                  aria-label={`${text.edit}: ${reply.name}`}
                  onClick={() => edit(reply)}
                >
                  {text.edit}
                </button>
              )}
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
