/** Which of a site's three messages visitors can get at all: it hangs on how handoffs are handed over (S19). */
import type { HandoffSettings } from "@sophie/engine";
import type { MessageKind } from "./changes.ts";

export function messagesInUse({
  rules,
  otherwise,
}: Pick<HandoffSettings, "rules" | "otherwise">): Readonly<Record<MessageKind, boolean>> {
  const destinations = [...rules.filter((rule) => rule.enabled).map((rule) => rule.to), otherwise];
  const callsSomebody = destinations.some((to) => to !== null && to.mode !== "none");
  return { available: callsSomebody, unavailable: callsSomebody, unassigned: otherwise === null };
}
