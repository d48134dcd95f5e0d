/** One other channel as a line: where it leads, what its button says, and its place. */
import type { ContactChannel } from "@sophie/engine";
import type { JSX } from "preact";
import { REACH_KEY, reachOf, withReach } from "../../model/settings/channels.ts";
import { words } from "../../words/chosen-words.ts";
import { Icon } from "../Icon.tsx";
import { downIcon, upIcon } from "../icons.ts";
import { useEditing } from "./editor-context.ts";
import { ListItem } from "./ListItem.tsx";
import { LocalTextSetting } from "./LocalTextSetting.tsx";
import { TextSetting } from "./TextSetting.tsx";

const INPUT_TYPE = { phone: "tel", whatsapp: "tel", mail: "email", link: "url", callback: "text" } as const;

interface ChannelItemProps {
  readonly path: string;
  readonly channel: ContactChannel;
  readonly at: number;
  readonly count: number;
  readonly onChange: (channel: ContactChannel) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

export function ChannelItem({ path, channel, at, count, ...verbs }: ChannelItemProps): JSX.Element {
  const { site } = useEditing();
  const text = words.value.settings.channels;
  const name = text.kind[channel.kind];
  const reach = reachOf(channel);
  const isBlank = reach === "" || reach === "https://";
  return (
    <ListItem
      path={path}
      opens={isBlank}
      title={
        <>
          <span class="item-number">{at + 1}</span> {name}
        </>
      }
      about={isBlank ? text.missing : (reach ?? text.callbackAbout)}
      controls={
        <span class="rule-moves">
          <button
            type="button"
            class="button button-bare button-tiny"
            aria-label={text.up(name)}
            title={text.up(name)}
            aria-disabled={at === 0}
            onClick={() => at > 0 && verbs.onMove(at - 1)}
          >
            <Icon node={upIcon} />
          </button>
          <button
            type="button"
            class="button button-bare button-tiny"
            aria-label={text.down(name)}
            title={text.down(name)}
            aria-disabled={at === count - 1}
            onClick={() => at < count - 1 && verbs.onMove(at + 1)}
          >
            <Icon node={downIcon} />
          </button>
        </span>
      }
      removeName={text.remove(name)}
      onRemove={verbs.onRemove}
    >
      {reach !== null && (
        <TextSetting
          path={`${path}.${REACH_KEY[channel.kind]}`}
          type={INPUT_TYPE[channel.kind]}
          label={text.reach[channel.kind]}
          hint={text.reachHint[channel.kind]}
          value={reach}
          maxLength={2_000}
          onInput={(typed) => verbs.onChange(withReach(channel, typed))}
        />
      )}
      <LocalTextSetting
        path={`${path}.label`}
        label={text.label}
        main={site.language}
        value={channel.label}
        placeholder={text.ownWords}
        onChange={(label) => verbs.onChange({ ...channel, label })}
      />
    </ListItem>
  );
}
