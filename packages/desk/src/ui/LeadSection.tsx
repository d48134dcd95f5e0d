/** How promising the visitor is, where every point of it comes from, and where they looked, if they allowed it (H63, H64, T25). */
import type { Lead, LeadPoint, ViewedPage } from "@sophie/engine";
import type { JSX } from "preact";
import type { LeadView } from "../model/leads.ts";
import { words } from "../words/chosen-words.ts";
import { momentTime } from "../words/times.ts";
import { isLeadRule } from "../words/words.ts";
import { useDesk } from "./desk-context.ts";
import { ShortList } from "./ShortList.tsx";

const POINTS_SHOWN = 4;
const PAGES_SHOWN = 3;

export function LeadSection({ view }: { readonly view: LeadView }): JSX.Element | null {
  const text = words.value.lead;
  if (view.state === "asking") return null;
  return (
    <section class="lead" aria-labelledby="lead-title">
      <h3 id="lead-title" class="section-title">
        {text.title}
        {view.state === "held" && <span class="section-note">{text.stage[view.lead.stage]}</span>}
        {view.state === "held" && <Mark lead={view.lead} />}
      </h3>
      {view.state === "held" ? <Whole lead={view.lead} /> : <p class="quiet">{text.failed}</p>}
    </section>
  );
}

/** "B · 77": the grade says who it is, the figure what they did. */
function Mark({ lead: { grade, score, band } }: { readonly lead: Lead }): JSX.Element {
  const text = words.value.lead;
  return (
    <span class={`lead-mark lead-${band}`}>
      <span class="hidden">{`${text.grade} `}</span>
      {grade} · {score}
      <span class="lead-band">{text.band[band]}</span>
    </span>
  );
}

function Whole({ lead }: { readonly lead: Lead }): JSX.Element {
  const text = words.value.lead;
  const { points, pages, consent } = lead;
  return (
    <>
      <p class="quiet">{text.parts(number(lead.fields), number(lead.behaviour))}</p>
      {points.length > 0 && (
        <ShortList class="points" count={POINTS_SHOWN} all={text.allPoints(points.length)}>
          {points.map((point) => (
            <Point key={`${point.rule} ${point.source}`} point={point} />
          ))}
        </ShortList>
      )}
      <h4 class="lead-pages-title">{text.pages}</h4>
      {pages === null && <p class="quiet">{consent === "withdrawn" ? text.withdrawn : text.noConsent}</p>}
      {pages !== null && pages.length === 0 && <p class="quiet">{text.noPages}</p>}
      {pages !== null && pages.length > 0 && (
        <ShortList class="pages" count={PAGES_SHOWN} all={text.allPages(pages.length)}>
          {pages.map((page) => (
            <Page key={page.path} page={page} />
          ))}
        </ShortList>
      )}
    </>
  );
}

function Point({ point }: { readonly point: LeadPoint }): JSX.Element {
  const desk = useDesk();
  const text = words.value.lead;
  const { rule, points, current, counted, at, about } = point;
  return (
    <li
      class={counted === 0 ? "point point-spent" : "point"}
      title={text.worth(number(points), number(current))}
    >
      <span class="point-worth">{signed(counted)}</span>
      <span class="point-what">
        {isLeadRule(rule) ? text.rule[rule] : rule}
        {about !== null && <span class="point-about">{about}</span>}
      </span>
      {at !== null && (
        <time dateTime={new Date(at).toISOString()}>{momentTime(at, desk.now.peek(), words.value)}</time>
      )}
    </li>
  );
}

function Page({ page: { title, path, at } }: { readonly page: ViewedPage }): JSX.Element {
  const desk = useDesk();
  return (
    <li class="viewed">
      <span class="viewed-title">{title}</span>
      <span class="viewed-path">{path}</span>
      <time dateTime={new Date(at).toISOString()}>{momentTime(at, desk.now.peek(), words.value)}</time>
    </li>
  );
}

/** At most one figure behind the comma: points fade by the minute. */
function number(value: number): string {
  return new Intl.NumberFormat(words.value.tag, { maximumFractionDigits: 1 }).format(value);
}

function signed(value: number): string {
  const format = { maximumFractionDigits: 1, signDisplay: "exceptZero" } as const;
  return new Intl.NumberFormat(words.value.tag, format).format(value);
}
