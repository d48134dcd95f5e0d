/** The way from a conversation to its replay. */
import type { ConversationId } from "@sophie/engine";
import type { JSX } from "preact";
import { hrefOf } from "../../model/address.ts";
import { words } from "../../words/chosen-words.ts";
import { Icon } from "../Icon.tsx";
import { replayIcon } from "../icons.ts";

export function ReplayLink({ conversation }: { readonly conversation: ConversationId }): JSX.Element {
  return (
    <a class="replay-link" href={hrefOf({ page: "replay", conversation, seq: null })}>
      <Icon node={replayIcon} />
      {words.value.replay.link}
    </a>
  );
}
