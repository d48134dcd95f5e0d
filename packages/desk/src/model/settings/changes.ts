/** What is different between two versions of the settings, one entry for each thing that a person would name. */
import {
  type HandoffSettings,
  LANGUAGES,
  type Language,
  SIGNAL_TYPES,
  type SignalType,
} from "@sophie/engine";
import { isSame } from "./is-same.ts";
import type { SettingsSection } from "./section.ts";

/** What was done with something that has a name. */
export type ListChange = "added" | "removed" | "changed";

export type MessageKind = keyof HandoffSettings["messages"];

export const MESSAGE_KINDS = [
  "available",
  "unavailable",
  "unassigned",
] as const satisfies readonly MessageKind[];

export type Change = { readonly section: SettingsSection } & (
  | { readonly what: "paused" | "asksFeedback" | "survey"; readonly isOn: boolean }
  | { readonly what: "signal"; readonly signal: SignalType; readonly isOn: boolean }
  | { readonly what: "unknownLimit"; readonly count: number }
  | {
      readonly what: "trigger" | "queue" | "calendar" | "rule";
      readonly name: string;
      readonly how: ListChange;
    }
  | { readonly what: "ruleSwitch"; readonly name: string; readonly isOn: boolean }
  | { readonly what: "message"; readonly message: MessageKind; readonly language: Language }
  | {
      readonly what:
        | "ruleOrder"
        | "queueOrder"
        | "otherwise"
        | "onUnassigned"
        | "channels"
        | "noReply"
        | "address"
        | "thresholds";
    }
);

interface Named {
  readonly id: string;
  readonly name: string;
}

export function changesBetween(before: HandoffSettings, after: HandoffSettings): readonly Change[] {
  return [
    ...startChanges(before, after),
    ...(before.paused === after.paused
      ? []
      : [{ section: "pause", what: "paused", isOn: after.paused } as const]),
    ...listChanges(before.queues, after.queues).map(
      (change) => ({ section: "queues", what: "queue", ...change }) as const,
    ),
    ...(isReordered(before.queues, after.queues) ? [{ section: "queues", what: "queueOrder" } as const] : []),
    ...listChanges(before.calendars, after.calendars).map(
      (change) => ({ section: "hours", what: "calendar", ...change }) as const,
    ),
    ...ruleChanges(before, after),
    ...messageChanges(before, after),
    ...(isSame(before.channels, after.channels) ? [] : [{ section: "channels", what: "channels" } as const]),
    ...(isSame(before.noReply, after.noReply) ? [] : [{ section: "channels", what: "noReply" } as const]),
    ...(before.address === after.address ? [] : [{ section: "manner", what: "address" } as const]),
    ...(before.survey === after.survey
      ? []
      : [{ section: "manner", what: "survey", isOn: after.survey } as const]),
  ];
}

function startChanges(before: HandoffSettings, after: HandoffSettings): readonly Change[] {
  const section = "start";
  return [
    ...SIGNAL_TYPES.filter((signal) => before.signals[signal] !== after.signals[signal]).map(
      (signal) => ({ section, what: "signal", signal, isOn: after.signals[signal] }) as const,
    ),
    ...(isSame(before.thresholds, after.thresholds) ? [] : [{ section, what: "thresholds" } as const]),
    ...(before.unknownLimit === after.unknownLimit
      ? []
      : [{ section, what: "unknownLimit", count: after.unknownLimit } as const]),
    ...(before.asksFeedback === after.asksFeedback
      ? []
      : [{ section, what: "asksFeedback", isOn: after.asksFeedback } as const]),
    ...listChanges(before.triggers, after.triggers).map(
      (change) => ({ section, what: "trigger", ...change }) as const,
    ),
  ];
}

/** A rule that was only switched is said to be switched. */
function ruleChanges(before: HandoffSettings, after: HandoffSettings): readonly Change[] {
  const section = "rules";
  const was = new Map(before.rules.map((rule) => [rule.id, rule]));
  const switched = after.rules.filter((rule) => {
    const old = was.get(rule.id);
    return (
      old !== undefined && old.enabled !== rule.enabled && isSame({ ...old, enabled: rule.enabled }, rule)
    );
  });
  const isSwitched = (id: string) => switched.some((rule) => rule.id === id);
  const rest = (rules: HandoffSettings["rules"]) => rules.filter((rule) => !isSwitched(rule.id));
  return [
    ...listChanges(rest(before.rules), rest(after.rules)).map(
      (change) => ({ section, what: "rule", ...change }) as const,
    ),
    ...switched.map(
      (rule) => ({ section, what: "ruleSwitch", name: rule.name, isOn: rule.enabled }) as const,
    ),
    ...(isReordered(before.rules, after.rules) ? [{ section, what: "ruleOrder" } as const] : []),
    ...(isSame(before.otherwise, after.otherwise) ? [] : [{ section, what: "otherwise" } as const]),
    ...(before.onUnassigned === after.onUnassigned ? [] : [{ section, what: "onUnassigned" } as const]),
  ];
}

function messageChanges(before: HandoffSettings, after: HandoffSettings): readonly Change[] {
  return MESSAGE_KINDS.flatMap((message) =>
    LANGUAGES.filter(
      (language) => (before.messages[message][language] ?? "") !== (after.messages[message][language] ?? ""),
    ).map((language) => ({ section: "messages", what: "message", message, language }) as const),
  );
}

function listChanges(
  before: readonly Named[],
  after: readonly Named[],
): readonly { readonly name: string; readonly how: ListChange }[] {
  const was = new Map(before.map((item) => [item.id, item]));
  const is = new Set(after.map((item) => item.id));
  const kept = after.flatMap((item): { name: string; how: ListChange }[] => {
    const old = was.get(item.id);
    if (old === undefined) return [{ name: item.name, how: "added" }];
    return isSame(old, item) ? [] : [{ name: item.name, how: "changed" }];
  });
  const removed = before.filter((item) => !is.has(item.id));
  return [...kept, ...removed.map(({ name }) => ({ name, how: "removed" as const }))];
}

/** Whether those that both have stand in another order. */
function isReordered(before: readonly Named[], after: readonly Named[]): boolean {
  const both = (items: readonly Named[], others: readonly Named[]) =>
    items.map(({ id }) => id).filter((id) => others.some((other) => other.id === id));
  return !isSame(both(before, after), both(after, before));
}
