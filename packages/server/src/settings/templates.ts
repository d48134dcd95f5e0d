/** Rules that many sites want, to begin from: each comes switched off, to be read and changed before it is saved (S22, S23). */
import type { HandoffSettings, Language, LocalText, QueueId, RoutingRule } from "@sophie/engine";
import { TEMPLATE_WORDS } from "../words/templates.ts";

export interface Template {
  readonly id: "rotate_by_channel" | "closed_hours" | "prices_apart";
  readonly name: LocalText;
  readonly about: LocalText;
  readonly rules: readonly RoutingRule[];
}

/** `language` is the site's; the names are its owner's to change. Made for the queues that there are. */
export function templatesFor(settings: HandoffSettings, language: Language): readonly Template[] {
  const first = settings.queues[0]?.id;
  if (first === undefined) return [];
  const last = settings.queues.at(-1)?.id ?? first;
  const rule = (
    id: string,
    { name }: { readonly name: Readonly<Record<Language, string>> },
    rest: Pick<RoutingRule, "when" | "to">,
  ): RoutingRule => ({
    id: freeId(id, settings),
    name: freeName(name[language], settings),
    enabled: false,
    ...rest,
  });
  const to = (queue: QueueId, more: Partial<RoutingRule["to"]>): RoutingRule["to"] => ({
    queue,
    mode: "live",
    assign: { kind: "claim" },
    ...more,
  });
  return [
    {
      id: "rotate_by_channel",
      ...TEMPLATE_WORDS.rotate_by_channel,
      rules: [
        rule("rotate", TEMPLATE_WORDS.rotate_by_channel, {
          when: [{ kind: "channel", is: ["web", "api"] }],
          to: to(first, { assign: { kind: "rotate_by_channel" } }),
        }),
      ],
    },
    {
      id: "closed_hours",
      ...TEMPLATE_WORDS.closed_hours,
      rules: [
        rule("closed", TEMPLATE_WORDS.closed_hours, {
          when: [{ kind: "hours", is: "closed" }],
          to: to(first, { mode: "async" }),
        }),
      ],
    },
    {
      id: "prices_apart",
      ...TEMPLATE_WORDS.prices_apart,
      rules: [
        rule("prices", TEMPLATE_WORDS.prices_apart, {
          when: [{ kind: "trigger", is: ["price_question"] }],
          to: to(last, {}),
        }),
      ],
    },
  ];
}

function freeId(wanted: string, { rules }: HandoffSettings): string {
  return free(wanted, (id) => rules.some((rule) => rule.id === id), "-");
}

function freeName(wanted: string, { rules }: HandoffSettings): string {
  return free(wanted, (name) => rules.some((rule) => rule.name === name), " ");
}

function free(wanted: string, isTaken: (text: string) => boolean, gap: string): string {
  if (!isTaken(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const next = `${wanted}${gap}${number}`;
    if (!isTaken(next)) return next;
  }
}
