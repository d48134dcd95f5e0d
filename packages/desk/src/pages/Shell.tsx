/** The frame around every page of somebody who is signed in. */
import { may } from "@sophie/engine";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { place } from "../model/address.ts";
import type { Desk } from "../model/desk.ts";
import { leaveWith } from "../model/leaving.ts";
import { Blank } from "../ui/Blank.tsx";
import { DeskProvider } from "../ui/desk-context.ts";
import { botIcon } from "../ui/icons.ts";
import { KeyDialogs } from "../ui/KeyDialogs.tsx";
import { LineNotice } from "../ui/LineNotice.tsx";
import { Nav } from "../ui/Nav.tsx";
import { NoticeStack } from "../ui/NoticeStack.tsx";
import { PaneSkeleton } from "../ui/Skeleton.tsx";
import { deskLanguage, words } from "../words/chosen-words.ts";
import { ContactsPage } from "./ContactsPage.tsx";
import { ConversationsPage } from "./ConversationsPage.tsx";
import { HandoffsPage } from "./HandoffsPage.tsx";
import { CannedPage } from "./CannedPage.tsx";
import { ReplayPage } from "./ReplayPage.tsx";
import { KnowledgePage } from "./KnowledgePage.tsx";
import { ReportsPage } from "./ReportsPage.tsx";
import { SettingsPage } from "./SettingsPage.tsx";
import { TeamPage } from "./TeamPage.tsx";

interface ShellProps {
  readonly desk: Desk;
  readonly onSignOut: () => void;
  readonly onSignIn: () => void;
}

export function Shell({ desk, onSignOut, onSignIn }: ShellProps): JSX.Element {
  const me = desk.me.value;
  const text = words.value;
  const { waiting } = desk.counts.value;
  const at = place.value;
  const title = at.page === "replay" ? text.replay.title : text.nav[at.page];

  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ""}${title} · Sophie`;
  }, [waiting, title]);

  useEffect(() => {
    document.documentElement.lang = deskLanguage.value;
  }, [deskLanguage.value]);

  return (
    <DeskProvider value={desk}>
      <div class="shell">
        <a
          class="skip"
          href="#main"
          onClick={(event) => {
            // The address's fragment is the page's own; the jump is made by hand.
            event.preventDefault();
            document.getElementById("main")?.focus();
          }}
        >
          {text.nav.skip}
        </a>
        {me === null ? <div class="nav" /> : <Nav onSignOut={() => leaveWith(onSignOut)} />}
        <div class="stage">
          <LineNotice onSignIn={onSignIn} />
          <main id="main" class="main" tabIndex={-1}>
            {me === null ? (
              <div class="split" aria-busy="true" aria-label={text.line.connecting}>
                <PaneSkeleton />
                <div class="panel panel-none" />
              </div>
            ) : at.page === "team" ? (
              <TeamPage />
            ) : at.page === "settings" ? (
              <SettingsPage section={at.section} site={at.site} />
            ) : at.page === "reports" && may(me.role, "reports.view") ? (
              <ReportsPage section={at.section} site={at.site} />
            ) : !may(me.role, "conversations.view") ? (
              <div class="page">
                <Blank icon={botIcon} title={text.analyst.title} text={text.analyst.text} />
              </div>
            ) : at.page === "replay" ? (
              <ReplayPage key={at.conversation} conversation={at.conversation} seq={at.seq} />
            ) : at.page === "canned" ? (
              <CannedPage site={at.site} />
            ) : at.page === "knowledge" ? (
              <KnowledgePage site={at.site} />
            ) : at.page === "contacts" ? (
              <ContactsPage site={at.site} id={at.id} />
            ) : at.page === "conversations" ? (
              <ConversationsPage id={at.id} />
            ) : (
              <HandoffsPage id={at.page === "handoffs" ? at.id : null} />
            )}
          </main>
        </div>
        <NoticeStack />
        {me !== null && <KeyDialogs />}
      </div>
    </DeskProvider>
  );
}
