/** The action list (H1): what waits, in order, with one handoff opened beside it. */
import type { Handoff, HandoffId, SiteId } from "@sophie/engine";
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { go } from "../model/address.ts";
import type { ClosedStatus } from "../model/closed-pages.ts";
import { handoffWithId } from "../model/desk.ts";
import { offeredMoves } from "../model/offered-moves.ts";
import { searchHandoffs } from "../model/search.ts";
import { BeyondNotice } from "../ui/BeyondNotice.tsx";
import { Blank } from "../ui/Blank.tsx";
import { useDesk, useMe } from "../ui/desk-context.ts";
import { DigestNotice } from "../ui/DigestNotice.tsx";
import { HandoffList } from "../ui/HandoffList.tsx";
import { HandoffPanel } from "../ui/HandoffPanel.tsx";
import { archiveIcon, handoffsIcon, searchIcon, unknownIcon } from "../ui/icons.ts";
import { KeyLine } from "../ui/KeyLine.tsx";
import { PassedOverDialog } from "../ui/PassedOverDialog.tsx";
import { RoutingStrips } from "../ui/RoutingStrips.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { Segments } from "../ui/Segments.tsx";
import { SiteFilter } from "../ui/SiteFilter.tsx";
import { ListSkeleton } from "../ui/Skeleton.tsx";
import { NotificationsButton } from "../ui/notifications/NotificationsButton.tsx";
import { UrgencyNotice } from "../ui/UrgencyNotice.tsx";
import { UrgentBanner } from "../ui/UrgentBanner.tsx";
import { Tiles } from "../ui/Tiles.tsx";
import { useCommands } from "../ui/use-commands.ts";
import { useRowWalk } from "../ui/use-row-walk.ts";
import { words } from "../words/chosen-words.ts";

type Filter = "open" | ClosedStatus;

export function HandoffsPage({ id }: { readonly id: string | null }): JSX.Element {
  const desk = useDesk();
  const me = useMe();
  const text = words.value;
  const [filter, setFilter] = useState<Filter>("open");
  const [wanted, setWanted] = useState("");
  const [site, setSite] = useState<SiteId | null>(null);
  const search = useRef<HTMLInputElement>(null);

  const siteNames = new Map(desk.sites.value.map(({ id: of, name }) => [of, name]));
  const listed = filter === "open" ? desk.handoffs.open.value : desk.closed.list(filter);
  const filtered = useMemo(
    () => (site === null ? listed : listed.filter((handoff) => handoff.site === site)),
    [listed, site],
  );
  const shown = searchHandoffs(filtered, wanted, text, (handoff) => siteNames.get(handoff.site) ?? "");
  const opened = id === null ? undefined : handoffWithId(desk, id);
  const page = filter === "open" ? null : desk.closed.state.value[filter];

  const scroller = useRef<HTMLDivElement>(null);
  const ids = useMemo(() => shown.map((handoff) => handoff.id), [shown]);
  const rows = useRowWalk(ids, id);

  useEffect(() => {
    if (filter !== "open") desk.closed.open(filter);
  }, [filter, desk]);

  // Another list is read from its top.
  useLayoutEffect(() => scroller.current?.scrollTo({ top: 0 }), [filter, wanted, site]);

  function open(handoff: HandoffId): void {
    rows.onFocus(handoff);
    go({ page: "handoffs", id: handoff });
  }

  function close(): void {
    if (id === null) return;
    go({ page: "handoffs", id: null });
    const back = id;
    // After the panel is gone, so that on a narrow screen the row is there to take the focus.
    requestAnimationFrame(() => rows.focus(back) || rows.focus(ids[0]) || search.current?.focus());
  }

  /** What S starts while no panel is there to say so. */
  const startable = opened === undefined ? shown.find((handoff) => handoff.id === rows.focused) : undefined;
  const mayStart =
    startable !== undefined &&
    desk.line.value.state === "online" &&
    offeredMoves(startable, me).primary === "start";

  function begin(target: Handoff): void {
    open(target.id);
    void desk.moves.start(target);
  }

  const filters = [
    { value: "open", label: text.queue.open },
    { value: "completed", label: text.queue.completed },
    { value: "cancelled", label: text.queue.cancelled },
  ] as const;

  useCommands([
    { id: "next", label: null, shortcut: "next", run: () => rows.walk(1) },
    { id: "previous", label: null, shortcut: "previous", run: () => rows.walk(-1) },
    { id: "search", label: text.queue.search, shortcut: "search", run: () => search.current?.focus() },
    { id: "close", label: null, shortcut: "close", run: close },
    ...(mayStart
      ? [
          {
            id: "start",
            label: text.keys.name.start,
            shortcut: "start",
            run: () => begin(startable),
          } as const,
        ]
      : []),
    ...filters
      .filter(({ value }) => value !== filter)
      .map(({ value, label }) => ({
        id: `show-${value}`,
        label: text.keys.showList(label),
        run: () => setFilter(value),
      })),
  ]);

  return (
    <div class={id === null ? "split" : "split split-opened"}>
      <section class="pane" aria-labelledby="page-title">
        <header class="pane-head">
          <div class="pane-title">
            <h1 id="page-title">{text.queue.title}</h1>
            <NotificationsButton />
            <Tiles />
          </div>
          <div class="pane-tools">
            <Segments
              label={text.queue.filter}
              name="filter"
              value={filter}
              choices={filters}
              onChoose={setFilter}
            />
            <SiteFilter site={site} onChoose={setSite} />
            <SearchField value={wanted} onInput={setWanted} field={search} />
          </div>
          <UrgentBanner onOpen={open} onStart={begin} />
        </header>
        <div class="pane-scroll" ref={scroller}>
          {filter === "open" && <BeyondNotice />}
          {filter === "open" && wanted === "" && <RoutingStrips onOpen={open} />}
          {filter === "open" && wanted === "" && <UrgencyNotice />}
          {filter === "open" && wanted === "" && <DigestNotice onOpen={open} />}
          {shown.length > 0 && <HandoffList handoffs={shown} openedId={id} walk={rows} onOpen={open} />}
          {shown.length === 0 && page?.state === "asking" && <ListSkeleton />}
          {shown.length === 0 && page?.state !== "asking" && wanted !== "" && (
            <Blank icon={searchIcon} title={text.queue.nothingFound(wanted)} text="">
              <button type="button" class="button" onClick={() => setWanted("")}>
                {text.queue.clearSearch}
              </button>
            </Blank>
          )}
          {shown.length === 0 && page?.state !== "asking" && wanted === "" && (
            <Blank
              icon={filter === "open" ? handoffsIcon : archiveIcon}
              title={
                site !== null
                  ? text.routing.site.nothing(siteNames.get(site) ?? "")
                  : filter === "open"
                    ? text.queue.emptyTitle
                    : text.queue.emptyClosedTitle
              }
              text={filter === "open" ? text.queue.emptyText : text.queue.emptyClosedText}
            />
          )}
          {page !== null && page.more && wanted === "" && (
            <p class="more">
              <button
                type="button"
                class="button"
                disabled={page.state === "asking"}
                onClick={() => filter !== "open" && desk.closed.more(filter)}
              >
                {text.queue.more}
              </button>
            </p>
          )}
        </div>
        <KeyLine />
      </section>
      <PassedOverDialog onOpen={open} />
      {opened !== undefined ? (
        <HandoffPanel key={opened.id} handoff={opened} onClose={close} />
      ) : (
        <section class={id === null ? "panel panel-none" : "panel"} aria-label={text.panel.pick}>
          {id === null && shown.length > 0 && (
            <Blank icon={handoffsIcon} title={text.panel.pick} text={text.panel.pickHint} />
          )}
          {id !== null && (
            <Blank icon={unknownIcon} title={text.panel.gone} text={text.panel.goneText}>
              <button type="button" class="button" onClick={close}>
                {text.panel.back}
              </button>
            </Blank>
          )}
        </section>
      )}
    </div>
  );
}
