/** A conversation played again from its log (N3): any place of it can be gone to, and sent to somebody as a link. */
import { type Author, ConversationId, replayFileOf, replayLog, writeReplayFile } from "@sophie/engine";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { go, goOn, hrefOf, type Place } from "../model/address.ts";
import { isMe } from "../model/desk.ts";
import { Blank } from "../ui/Blank.tsx";
import { CopyButton } from "../ui/CopyButton.tsx";
import { useDesk } from "../ui/desk-context.ts";
import { Icon } from "../ui/Icon.tsx";
import { backIcon, unknownIcon } from "../ui/icons.ts";
import { EntryList } from "../ui/replay/EntryList.tsx";
import { useReplayKeys } from "../ui/replay/replay-keys.ts";
import { Scrubber } from "../ui/replay/Scrubber.tsx";
import { StatePanel } from "../ui/replay/StatePanel.tsx";
import { ListSkeleton } from "../ui/Skeleton.tsx";
import { useWatchedTranscript } from "../ui/use-watched-transcript.ts";
import { words } from "../words/chosen-words.ts";
import { entrySentence } from "../words/entry-sentence.ts";

interface ReplayPageProps {
  readonly conversation: string;
  /** Null for the end, which moves on while the conversation does. */
  readonly seq: number | null;
}

export function ReplayPage({ conversation, seq }: ReplayPageProps): JSX.Element {
  const id = ConversationId.safeParse(conversation).data;
  return id === undefined ? <Gone /> : <ReplayOf conversation={id} seq={seq} />;
}

function ReplayOf({
  conversation,
  seq: wanted,
}: {
  readonly conversation: ConversationId;
  readonly seq: number | null;
}): JSX.Element {
  const desk = useDesk();
  const text = words.value;
  const { replay: replayText } = text;
  const transcript = useWatchedTranscript(conversation);
  const entries = transcript.entries.value;
  const replay = useMemo(() => replayLog(entries), [entries]);
  const { length } = entries;
  const seq = Math.min(wanted ?? length, length);
  const step = replay.steps[seq - 1];
  const now = desk.now.peek();

  const placeOf = (to: number): Place => ({ page: "replay", conversation, seq: to });
  const walk = (to: number) => goOn(placeOf(Math.min(length, Math.max(0, to))));
  const leave = () => go({ page: "conversations", id: conversation });
  useReplayKeys({
    step: (by) => walk(seq + by),
    toEnd: (end) => walk(end === "first" ? 0 : length),
    leave,
  });

  function nameOf(author: Author): string {
    if (author.kind === "agent") return isMe(desk, author.id) ? text.author.you : author.name;
    return text.author[author.kind];
  }

  if (length === 0) return transcript.isLoaded.value ? <Gone /> : <ListSkeleton />;
  return (
    <div class="replay">
      <header class="replay-head">
        <button type="button" class="button button-bare button-icon" onClick={leave}>
          <Icon node={backIcon} label={replayText.back} />
        </button>
        <h1>{replayText.title}</h1>
        <CopyButton text={addressOf(placeOf(seq))} label={replayText.copyLink} />
        <span title={replayText.redactedHint}>
          <CopyButton
            text={writeReplayFile(replayFileOf(conversation, entries, true))}
            label={replayText.copyRedacted}
          />
        </span>
      </header>
      <Scrubber
        seq={seq}
        length={length}
        label={step === undefined ? replayText.start : entrySentence(step.entry, nameOf, now, text)}
        onGo={walk}
      />
      <div class="replay-body">
        <EntryList
          entries={entries}
          seq={seq}
          placeOf={placeOf}
          sentenceOf={(entry) => entrySentence(entry, nameOf, now, text)}
        />
        <StatePanel state={replay.stateAt(seq)} step={step} now={now} nameOf={nameOf} />
      </div>
      <p class="keys" aria-hidden="true">
        <kbd>←</kbd>
        <kbd>→</kbd> {replayText.keys}
      </p>
    </div>
  );
}

function Gone(): JSX.Element {
  const text = words.value.replay;
  return (
    <div class="page">
      <Blank icon={unknownIcon} title={text.gone} text={text.goneText} />
    </div>
  );
}

function addressOf(place: Place): string {
  return location.href.replace(/#.*$/, "") + hrefOf(place);
}
