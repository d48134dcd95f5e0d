/** Who is talking now: with Sophie, where one can step in (T15), and with people. */
import { ConversationId } from "@sophie/engine";
import type { JSX } from "preact";
import { go } from "../model/address.ts";
import { openHandoffOf } from "../model/desk.ts";
import { type LiveConversation, liveConversations } from "../model/live-conversations.ts";
import { Blank } from "../ui/Blank.tsx";
import { ConversationPanel } from "../ui/ConversationPanel.tsx";
import { ConversationRow } from "../ui/ConversationRow.tsx";
import { useDesk } from "../ui/desk-context.ts";
import { HandoffPanel } from "../ui/HandoffPanel.tsx";
import { botIcon, conversationsIcon } from "../ui/icons.ts";
import { useCommands } from "../ui/use-commands.ts";
import { useRowWalk } from "../ui/use-row-walk.ts";
import { WindowedRows } from "../ui/WindowedRows.tsx";
import { words } from "../words/chosen-words.ts";

export function ConversationsPage({ id }: { readonly id: string | null }): JSX.Element {
  const desk = useDesk();
  const text = words.value;
  const heads = desk.conversations.all.value;
  const { withBot, withPeople } = liveConversations(heads.values(), desk.handoffs.open.value);
  const shown = [...withBot, ...withPeople];
  const walk = useRowWalk(
    shown.map((live) => live.id),
    id,
  );
  const opened = ConversationId.safeParse(id).data ?? null;
  const handoff = opened === null ? null : openHandoffOf(desk, opened);

  function close(): void {
    if (id === null) return;
    go({ page: "conversations", id: null });
    requestAnimationFrame(() => walk.focus(id));
  }

  useCommands([
    { id: "next", label: null, shortcut: "next", run: () => walk.walk(1) },
    { id: "previous", label: null, shortcut: "previous", run: () => walk.walk(-1) },
    { id: "close", label: null, shortcut: "close", run: close },
  ]);

  function rows(list: readonly LiveConversation[], titleId: string): JSX.Element {
    return (
      <WindowedRows
        labelledBy={titleId}
        items={list}
        idOf={(live) => live.id}
        stop={walk.stop}
        opened={id}
        onKeyDown={walk.onKeyDown}
      >
        {(live) => (
          <ConversationRow
            live={live}
            isOpened={live.id === id}
            isInTabOrder={live.id === walk.stop}
            onOpen={() => go({ page: "conversations", id: live.id })}
            onFocus={() => walk.onFocus(live.id)}
          />
        )}
      </WindowedRows>
    );
  }

  return (
    <div class={id === null ? "split" : "split split-opened"}>
      <section class="pane" aria-labelledby="page-title">
        <header class="pane-head pane-head-short">
          <div class="pane-title">
            <h1 id="page-title">{text.live.title}</h1>
          </div>
        </header>
        <div class="pane-scroll">
          <h2 id="with-bot" class="pane-section">
            {text.live.withBot} <span class="section-note">{withBot.length}</span>
          </h2>
          {withBot.length > 0 ? (
            rows(withBot, "with-bot")
          ) : (
            <Blank icon={botIcon} title={text.live.emptyBot} text={text.live.emptyBotText} />
          )}
          <h2 id="with-people" class="pane-section">
            {text.live.withPeople} <span class="section-note">{withPeople.length}</span>
          </h2>
          {withPeople.length > 0 ? (
            rows(withPeople, "with-people")
          ) : (
            <p class="pane-none">{text.live.emptyPeople}</p>
          )}
        </div>
      </section>
      {opened === null ? (
        <section class="panel panel-none" aria-label={text.live.pick}>
          {shown.length > 0 && (
            <Blank icon={conversationsIcon} title={text.live.pick} text={text.live.pickHint} />
          )}
        </section>
      ) : handoff !== null ? (
        <HandoffPanel key={handoff.id} handoff={handoff} onClose={close} />
      ) : (
        <ConversationPanel key={opened} id={opened} head={heads.get(opened)} onClose={close} />
      )}
    </div>
  );
}
