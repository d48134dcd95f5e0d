/** How a site hands over to people: the sections, the editor that they share, and the way to save (S1). */
import type { SiteId } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { go, hrefOf } from "../model/address.ts";
import { createSettingsEditor } from "../model/settings/editor.ts";
import { type CallFailure, settingsCalls } from "../model/settings/settings-http.ts";
import { Blank } from "../ui/Blank.tsx";
import { useDesk } from "../ui/desk-context.ts";
import { SiteSelect } from "../ui/SiteSelect.tsx";
import { warningIcon } from "../ui/icons.ts";
import { type Editing, EditingProvider } from "../ui/settings/editor-context.ts";
import { SettingsBody } from "../ui/settings/SettingsBody.tsx";
import { ListSkeleton } from "../ui/Skeleton.tsx";
import { useAnswer } from "../ui/use-answer.ts";
import { words } from "../words/chosen-words.ts";

interface SettingsPageProps {
  readonly section: string | null;
  readonly site: string | null;
}

export function SettingsPage({ section, site: wanted }: SettingsPageProps): JSX.Element {
  const { sites } = useDesk();
  const site = sites.value.find(({ id }) => id === wanted)?.id ?? sites.value[0]?.id;
  const text = words.value.settings;
  return (
    <div class={section === null ? "settings settings-listed" : "settings settings-opened"}>
      <header class="settings-head">
        <h1>{text.title}</h1>
        <SiteSelect
          site={site}
          class="settings-site"
          onChoose={(chosen) => go({ page: "settings", section: section ?? "start", site: chosen })}
        />
        <a class="link settings-canned" href={hrefOf({ page: "canned", site: site ?? null })}>
          {words.value.together.canned.manage}
        </a>
      </header>
      {site !== undefined && <SettingsOf key={site} site={site} section={section} />}
    </div>
  );
}

type Loaded =
  | { readonly state: "failed"; readonly why: CallFailure["why"] }
  | { readonly state: "held"; readonly editing: Editing };

function SettingsOf({
  site,
  section,
}: {
  readonly site: SiteId;
  readonly section: string | null;
}): JSX.Element {
  const [attempt, setAttempt] = useState(0);
  const loaded = useAnswer(() => load(site), [site, attempt]);
  const text = words.value;

  if (loaded === null) {
    return (
      <div class="settings-wait" aria-busy="true">
        <ListSkeleton />
      </div>
    );
  }
  if (loaded.state === "failed") {
    return (
      <Blank icon={warningIcon} title={text.settings.loadFailed} text={text.settings.failed[loaded.why]}>
        <button type="button" class="button" onClick={() => setAttempt(attempt + 1)}>
          {text.line.retry}
        </button>
      </Blank>
    );
  }
  return (
    <EditingProvider value={loaded.editing}>
      <SettingsBody section={section} />
    </EditingProvider>
  );
}

async function load(site: SiteId): Promise<Loaded> {
  const calls = settingsCalls(site);
  const [settings, facts] = await Promise.all([calls.read(), calls.site()]);
  if (!settings.ok) return { state: "failed", why: settings.why };
  if (!facts.ok) return { state: "failed", why: facts.why };
  const editor = createSettingsEditor(settings.value, {
    site,
    save: calls.save,
    readVersion: calls.readVersion,
    newKey: () => crypto.randomUUID().slice(0, 8),
  });
  return { state: "held", editing: { editor, calls, site: facts.value } };
}
