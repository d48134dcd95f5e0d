/** What set a handoff off: its icon, with the same name in words (H54). */
import type { TriggerType } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../words/chosen-words.ts";
import { Icon, type IconNode } from "./Icon.tsx";
import {
  botPausedIcon,
  calendarIcon,
  customIcon,
  flameIcon,
  humanIcon,
  priceIcon,
  takeOverIcon,
  ticketIcon,
  unhappyIcon,
  unknownIcon,
} from "./icons.ts";

const ICONS: Readonly<Record<TriggerType, IconNode>> = {
  demo_request: calendarIcon,
  price_question: priceIcon,
  human_request: humanIcon,
  hot_lead: flameIcon,
  custom: customIcon,
  unknown: unknownIcon,
  feedback: unhappyIcon,
  bot_paused: botPausedIcon,
  takeover: takeOverIcon,
  ticket: ticketIcon,
};

export function SignalIcon({ trigger }: { readonly trigger: TriggerType }): JSX.Element {
  return <Icon node={ICONS[trigger]} label={words.value.trigger[trigger]} />;
}
