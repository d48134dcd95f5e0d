/** The names that sentences about routing need, from the draft and from who works here. */
import type { RoutingNames } from "../../model/settings/routing-words.ts";
import { useDesk } from "../desk-context.ts";
import { useEditor } from "./editor-context.ts";

export function useRoutingNames(): RoutingNames {
  const { queues, triggers } = useEditor().draft.value;
  return { queues, triggers, agents: useDesk().agents.value };
}
