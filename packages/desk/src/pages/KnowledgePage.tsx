/** What Sophie answers by herself: the list, a question to try, and what she was asked and did not know (T12). */
import type { SiteId } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { go } from "../model/address.ts";
import { createKnowledgeEditor } from "../model/knowledge/knowledge-editor.ts";
import { knowledgeCalls } from "../model/knowledge/knowledge-http.ts";
import { Blank } from "../ui/Blank.tsx";
import { useDesk } from "../ui/desk-context.ts";
import { SiteSelect } from "../ui/SiteSelect.tsx";
import { warningIcon } from "../ui/icons.ts";
import { KnowledgeBody } from "../ui/knowledge/KnowledgeBody.tsx";
import { ListSkeleton } from "../ui/Skeleton.tsx";
import { useAnswer } from "../ui/use-answer.ts";
import { words } from "../words/chosen-words.ts";

export function KnowledgePage({ site: wanted }: { readonly site: string | null }): JSX.Element {
  const { sites } = useDesk();
  const site = sites.value.find(({ id }) => id === wanted)?.id ?? sites.value[0]?.id;
  const text = words.value.answers;
  return (
    <div class="knowledge">
      <header class="knowledge-head">
        <h1>{text.title}</h1>
        <SiteSelect site={site} onChoose={(chosen) => go({ page: "knowledge", site: chosen })} />
        <p class="quiet">{text.lead}</p>
      </header>
      {site !== undefined && <KnowledgeOf key={site} site={site} />}
    </div>
  );
}

function KnowledgeOf({ site }: { readonly site: SiteId }): JSX.Element {
  const [attempt, setAttempt] = useState(0);
  const loaded = useAnswer(() => load(site), [site, attempt]);
  const text = words.value;
  if (loaded === null) {
    return (
      <div aria-busy="true">
        <ListSkeleton />
      </div>
    );
  }
  if (loaded === "failed") {
    return (
      <Blank icon={warningIcon} title={text.answers.title} text={text.answers.failed}>
        <button type="button" class="button" onClick={() => setAttempt(attempt + 1)}>
          {text.line.retry}
        </button>
      </Blank>
    );
  }
  return <KnowledgeBody {...loaded} />;
}

async function load(site: SiteId) {
  const calls = knowledgeCalls(site);
  const [document, unknown] = await Promise.all([calls.read(), calls.unknown()]);
  if (document === null) return "failed";
  const editor = createKnowledgeEditor(document, { calls, newId: () => crypto.randomUUID().slice(0, 8) });
  return { calls, editor, unknown, site };
}
