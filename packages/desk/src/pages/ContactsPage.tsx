/** Everybody who became a contact: found, sorted and paged by the server, so that ten thousand are as fast as ten (H76). */
import type { SiteId } from "@sophie/engine";
import { may } from "@sophie/engine";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { go } from "../model/address.ts";
import { CONTACT_SORTS, type ContactSort, exportHref, fetchContacts } from "../model/contacts-http.ts";
import { Blank } from "../ui/Blank.tsx";
import { ContactDetail } from "../ui/contacts/ContactDetail.tsx";
import { ContactRows } from "../ui/contacts/ContactRows.tsx";
import { ImportDialog } from "../ui/contacts/ImportDialog.tsx";
import { WebhookDialog } from "../ui/contacts/WebhookDialog.tsx";
import { useDesk, useMe } from "../ui/desk-context.ts";
import { SiteSelect } from "../ui/SiteSelect.tsx";
import { warningIcon } from "../ui/icons.ts";
import { ListSkeleton } from "../ui/Skeleton.tsx";
import { useAnswer } from "../ui/use-answer.ts";
import { words } from "../words/chosen-words.ts";

const TYPING_MS = 200;

interface ContactsPageProps {
  readonly site: string | null;
  readonly id: string | null;
}

export function ContactsPage({ site: wanted, id }: ContactsPageProps): JSX.Element {
  const { sites } = useDesk();
  const site = sites.value.find((each) => each.id === wanted) ?? sites.value[0];
  if (site === undefined) return <ListSkeleton />;
  return (
    <div class="contacts">
      {id === null ? (
        <ContactSearch key={site.id} site={site.id} />
      ) : (
        <ContactDetail key={id} site={site.id} language={site.language ?? "nl"} id={id} />
      )}
    </div>
  );
}

function ContactSearch({ site }: { readonly site: SiteId }): JSX.Element {
  const me = useMe();
  const text = words.value.contacts;
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState({ text: "", from: 0 });
  const [sort, setSort] = useState<ContactSort>("name");
  const [attempt, setAttempt] = useState(0);
  const [dialog, setDialog] = useState<"import" | "webhook" | null>(null);
  const answer = useAnswer(
    async () => ({ page: await fetchContacts(site, asked.text, sort, asked.from) }),
    [site, asked, sort, attempt],
  );

  useEffect(() => {
    const timer = setTimeout(() => {
      if (typed !== asked.text) setAsked({ text: typed, from: 0 });
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  return (
    <>
      <header class="contacts-head">
        <h1>{text.title}</h1>
        <SiteSelect site={site} onChoose={(chosen) => go({ page: "contacts", site: chosen, id: null })} />
        <div class="contacts-files">
          {answer?.page?.mayExport === true && (
            <>
              <a class="button" href={exportHref(site)} download="contacts.csv">
                {text.file.export}
              </a>
              <button type="button" class="button" onClick={() => setDialog("import")}>
                {text.file.import}
              </button>
            </>
          )}
          {may(me.role, "bot.edit") && (
            <button type="button" class="button" onClick={() => setDialog("webhook")}>
              {text.hook.title}
            </button>
          )}
        </div>
      </header>
      <div class="contacts-tools">
        <input
          class="input"
          type="search"
          aria-label={text.search}
          placeholder={text.search}
          value={typed}
          maxLength={200}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <select
          class="input select"
          aria-label={text.sort}
          value={sort}
          onChange={(event) => {
            setSort(CONTACT_SORTS.find((each) => each === event.currentTarget.value) ?? "name");
            setAsked({ ...asked, from: 0 });
          }}
        >
          {CONTACT_SORTS.map((each) => (
            <option key={each} value={each}>
              {text.sorts[each]}
            </option>
          ))}
        </select>
      </div>
      {answer === null ? (
        <div aria-busy="true">
          <ListSkeleton />
        </div>
      ) : answer.page === null ? (
        <Blank icon={warningIcon} title={text.failed} text="">
          <button type="button" class="button" onClick={() => setAttempt(attempt + 1)}>
            {text.again}
          </button>
        </Blank>
      ) : (
        <ContactRows
          site={site}
          page={answer.page}
          from={asked.from}
          isSearch={asked.text !== ""}
          onFrom={(from) => setAsked({ ...asked, from })}
        />
      )}
      {dialog === "import" && (
        <ImportDialog
          site={site}
          onClose={() => {
            setDialog(null);
            setAttempt(attempt + 1);
          }}
        />
      )}
      {dialog === "webhook" && <WebhookDialog site={site} onClose={() => setDialog(null)} />}
    </>
  );
}
