/** Other ways to reach the site's people, offered in this order (T20, T23). */
import type { ContactChannel } from "@sophie/engine";
import type { JSX } from "preact";
import { CHANNEL_KINDS, newChannel } from "../../model/settings/channels.ts";
import { moveItem, removeAt, replaceAt } from "../../model/settings/list-edit.ts";
import { words } from "../../words/chosen-words.ts";
import { ChannelItem } from "./ChannelItem.tsx";
import { EditScope } from "./EditScope.tsx";
import { useEditor } from "./editor-context.ts";
import { NoReplyCard } from "./NoReplyCard.tsx";
import { SettingCard } from "./SettingCard.tsx";

const CHANNELS_MAX = 10;

export function ChannelsSection(): JSX.Element {
  const editor = useEditor();
  const { channels } = editor.draft.value;
  const text = words.value.settings.channels;
  const set = (next: ContactChannel[]) => editor.change({ channels: next });
  return (
    <EditScope>
      <SettingCard title={text.title} lead={text.lead}>
        {channels.length === 0 ? (
          <p class="empty-text">{text.empty}</p>
        ) : (
          <ol class="items" data-setting="channels">
            {channels.map((channel, index) => (
              <ChannelItem
                // Without a name of its own, a channel is told apart by its place.
                key={index}
                path={`channels.${index}`}
                channel={channel}
                at={index}
                count={channels.length}
                onChange={(changed) => set(replaceAt(channels, index, changed))}
                onMove={(to) => set(moveItem(channels, index, to))}
                onRemove={() => set(removeAt(channels, index))}
              />
            ))}
          </ol>
        )}
        {channels.length < CHANNELS_MAX && (
          <div class="add-line">
            {CHANNEL_KINDS.map((kind) => (
              <button
                key={kind}
                type="button"
                class="button button-small"
                onClick={() => set([...channels, newChannel(kind)])}
              >
                {text.add(text.kind[kind])}
              </button>
            ))}
          </div>
        )}
      </SettingCard>
      <NoReplyCard />
    </EditScope>
  );
}
