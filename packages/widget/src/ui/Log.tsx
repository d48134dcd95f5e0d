/** The conversation. It stays at its end unless the visitor has scrolled up to read. */
import { signal } from "@preact/signals-core";
import type { ContactChannel, QuickReply } from "@sophie/engine";
import { speakerName } from "../model/announcements.ts";
import type { Model } from "../model/create-model.ts";
import type { Row } from "../model/rows.ts";
import { dayName } from "./clock-time.ts";
import { ControlRow } from "./ControlRow.tsx";
import { Icon } from "./Icon.tsx";
import { lateCards } from "./late-cards.ts";
import { MessageRow } from "./MessageRow.tsx";

/** Nearer to the end than this counts as being there. */
const END_PX = 48;

export function createLog(model: Model) {
  const isAtEnd = signal(true);
  const fetchCards = lateCards();
  let log: HTMLElement | null = null;
  /** Of what is shown, in pixels. */
  let height = 0;
  let areHere = false;
  let lastKey: string | undefined;
  let lastShown: readonly unknown[] = [];
  const toEnd = () => log?.scrollTo(0, log.scrollHeight);
  const observer =
    typeof ResizeObserver === "undefined"
      ? null
      : new ResizeObserver(() => {
          height = log?.clientHeight ?? 0;
          if (isAtEnd.peek()) toEnd();
        });

  /** The keyboard on the screen, a growing field or a notice below take room from it. */
  function watch(drawn: HTMLElement | null): void {
    log = drawn;
    if (drawn === null) observer?.disconnect();
    else observer?.observe(drawn);
  }

  /** After what is shown has changed: at the end, if the visitor was there, or has just done something that ends there. */
  function settle(): void {
    const { asked, survey } = model.snapshot.peek();
    const card = `${areHere} ${asked === null} ${survey} ${model.cards.rating.peek()}`;
    const shown = [model.rows.peek(), model.snapshot.peek(), model.isOpen.peek(), model.words, card] as const;
    if (shown.every((part, index) => part === lastShown[index])) return;
    const last = model.rows.peek().at(-1);
    const isNewOwn =
      last?.kind === "message" && last.message.author.kind === "visitor" && last.key !== lastKey;
    if (isAtEnd.peek() || isNewOwn || card !== lastShown.at(-1)) toEnd();
    lastKey = last?.key;
    lastShown = shown;
  }

  return function Log() {
    const { words, rows } = model;
    const { language, quickReplies, typing, isAsking, control, asked, survey } = model.snapshot.value;
    const isWanted =
      asked !== null || survey !== null || rows.value.some((row) => channelsOf(row).length > 0);
    const cards = isWanted ? fetchCards() : null;
    areHere = cards !== null;
    const waysIn = (row: Row) =>
      cards !== null && <cards.Channels model={model} channels={channelsOf(row)} />;
    return (
      <div class="middle">
        <div
          class="log"
          role="log"
          // Said by the live region, in whole sentences and once.
          aria-live="off"
          aria-label={words.chatWith(model.site.name)}
          // Scrolled with the keyboard.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          ref={watch}
          onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
            // A log that has just become smaller was not scrolled away from its end by anybody.
            if (clientHeight === height) isAtEnd.value = scrollHeight - scrollTop - clientHeight < END_PX;
          }}
        >
          {rows.value.map((row) =>
            row.kind === "day" ? (
              <p class="line" key={row.key}>
                {dayName(row.at, Date.now(), language)}
              </p>
            ) : row.kind === "message" ? (
              <MessageRow key={row.key} model={model} row={row} />
            ) : row.kind === "notice" ? (
              <section class="card" key={row.key}>
                <div>
                  <p>{row.notice.text}</p>
                  {waysIn(row)}
                </div>
              </section>
            ) : (
              <ControlRow key={row.key} model={model} row={row}>
                {waysIn(row)}
              </ControlRow>
            ),
          )}
          {cards !== null && (
            <>
              <cards.AskCard model={model} />
              <cards.SurveyCard model={model} />
            </>
          )}
          {isAsking && <p class="line">{words.asking}</p>}
          {quickReplies.length > 0 && (
            <div class="replies">
              {quickReplies.map((reply) => (
                <button type="button" key={reply} onClick={() => model.choose(reply)}>
                  {labelOf(reply, model)}
                </button>
              ))}
            </div>
          )}
          {typing !== null && control !== "closed" && (
            <p class="typing">
              <span aria-hidden="true">
                <i />
                <i />
                <i />
              </span>
              {typing.kind === "bot" ? words.looking : words.isTyping(speakerName(typing, words))}
            </p>
          )}
        </div>
        <i hidden ref={(drawn) => void (drawn !== null && settle())} />
        {!isAtEnd.value && (
          <button type="button" class="jump" onClick={toEnd}>
            <Icon name="down" />
            {words.newMessages}
          </button>
        )}
      </div>
    );
  };
}

function channelsOf(row: Row): readonly ContactChannel[] {
  return ("notice" in row && row.notice?.channels) || [];
}

function labelOf(reply: QuickReply, { words, site, snapshot }: Model): string {
  if (reply === "accept_offer") return words.sophie.accept;
  if (reply === "decline_offer") return words.sophie.decline;
  if (reply === "talk_to_person") return words.talkToPerson;
  // What a site calls it, it says in its own language.
  return words.requestDemo(snapshot.value.language === site.language ? site.productNouns[0] : undefined);
}
