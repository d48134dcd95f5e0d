/** What handing over brings and where it goes wrong: figures for everybody who may see them, texts only for who leads (H6, H90–H92, H96). */
import { may, type SiteId } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { askWhoIAm } from "../model/account.ts";
import { go, hrefOf } from "../model/address.ts";
import { reportCalls } from "../model/reports/reports-http.ts";
import { Blank } from "../ui/Blank.tsx";
import { useMe } from "../ui/desk-context.ts";
import { warningIcon } from "../ui/icons.ts";
import { ImprovementsSection } from "../ui/reports/ImprovementsSection.tsx";
import { OverviewSection } from "../ui/reports/OverviewSection.tsx";
import { ThresholdsSection } from "../ui/reports/ThresholdsSection.tsx";
import { ListSkeleton } from "../ui/Skeleton.tsx";
import { useAnswer } from "../ui/use-answer.ts";
import { words } from "../words/chosen-words.ts";

const SECTIONS = ["overview", "thresholds", "improvements"] as const;
type Section = (typeof SECTIONS)[number];

interface ReportsPageProps {
  readonly section: string | null;
  readonly site: string | null;
}

export function ReportsPage({ section: wanted, site: wantedSite }: ReportsPageProps): JSX.Element {
  const { role } = useMe();
  const [attempt, setAttempt] = useState(0);
  // An analyst's line tells of no site: it is for conversations.
  const who = useAnswer(askWhoIAm, [attempt]);
  const text = words.value.reports;
  const shown = SECTIONS.filter((each) => each !== "improvements" || may(role, "handoffs.manage"));
  const section: Section = shown.find((each) => each === wanted) ?? "overview";
  const sites = who?.ok === true ? who.value.sites : [];
  const site = sites.find(({ id }) => id === wantedSite)?.id ?? sites[0]?.id;

  return (
    <div class="page">
      <div class="page-column reports">
        <header class="page-head">
          <h1>{text.title}</h1>
          {sites.length > 1 && site !== undefined && (
            <select
              class="input select settings-site"
              aria-label={text.site}
              value={site}
              onChange={(event) => go({ page: "reports", section, site: event.currentTarget.value })}
            >
              {sites.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </header>
        <nav aria-label={text.sectionsLabel}>
          <ul class="tabs">
            {shown.map((each) => (
              <li key={each}>
                <a
                  class="tab"
                  href={hrefOf({ page: "reports", section: each, site: wantedSite })}
                  aria-current={each === section ? "page" : undefined}
                >
                  {text.sections[each]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {who === null && <ListSkeleton />}
        {who?.ok === false && (
          <Blank icon={warningIcon} title={text.failed} text={text.failedText}>
            <button type="button" class="button" onClick={() => setAttempt(attempt + 1)}>
              {words.value.line.retry}
            </button>
          </Blank>
        )}
        {site !== undefined && <SectionOf key={`${section} ${site}`} section={section} site={site} />}
      </div>
    </div>
  );
}

function SectionOf({ section, site }: { readonly section: Section; readonly site: SiteId }): JSX.Element {
  const calls = reportCalls(site);
  switch (section) {
    case "overview":
      return <OverviewSection calls={calls} site={site} />;
    case "thresholds":
      return <ThresholdsSection calls={calls} />;
    case "improvements":
      return <ImprovementsSection calls={calls} />;
  }
}
