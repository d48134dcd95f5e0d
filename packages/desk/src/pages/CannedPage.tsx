/** Answers that are written already: those of a site and one's own, to read, write and throw away. */
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { go } from "../model/address.ts";
import { Blank } from "../ui/Blank.tsx";
import { CannedShelfList } from "../ui/canned/CannedShelfList.tsx";
import { useDesk } from "../ui/desk-context.ts";
import { SiteSelect } from "../ui/SiteSelect.tsx";
import { warningIcon } from "../ui/icons.ts";
import { ListSkeleton } from "../ui/Skeleton.tsx";
import { words } from "../words/chosen-words.ts";

export function CannedPage({ site: wanted }: { readonly site: string | null }): JSX.Element {
  const { sites, canned } = useDesk();
  const site = sites.value.find(({ id }) => id === wanted) ?? sites.value[0];
  const all = words.value;
  const text = all.together.canned;
  const shelf = site === undefined ? undefined : canned.all.value.get(site.id);

  useEffect(() => {
    if (site !== undefined) canned.open(site.id);
  }, [canned, site?.id]);

  return (
    <div class="knowledge">
      <header class="knowledge-head">
        <h1>{text.title}</h1>
        <SiteSelect site={site?.id} onChoose={(chosen) => go({ page: "canned", site: chosen })} />
        <p class="quiet">{text.lead}</p>
      </header>
      {(shelf === undefined || shelf.state === "asking") && (
        <div aria-busy="true">
          <ListSkeleton />
        </div>
      )}
      {shelf?.state === "failed" && site !== undefined && (
        <Blank icon={warningIcon} title={text.title} text={text.failed}>
          <button type="button" class="button" onClick={() => canned.open(site.id)}>
            {all.line.retry}
          </button>
        </Blank>
      )}
      {shelf?.state === "held" && site !== undefined && (
        <div class="canned-shelves">
          {[false, true].map((isOwn) => (
            <CannedShelfList
              key={String(isOwn)}
              site={site}
              isOwn={isOwn}
              mayEdit={isOwn || shelf.mayEditSite}
              replies={shelf.replies.filter((reply) => reply.isOwn === isOwn)}
            />
          ))}
        </div>
      )}
    </div>
  );
}
