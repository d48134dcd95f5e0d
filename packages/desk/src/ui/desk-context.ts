/** Gives every component below it the desk that it draws, so that none is handed down by hand. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Agent } from "@sophie/engine";
import type { Desk } from "../model/desk.ts";

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("useDesk: render this component inside a DeskProvider.");
  return desk;
}

/** The agent at this desk. Components that need one are drawn only after the welcome. */
export function useMe(): Agent {
  const me = useDesk().me.value;
  if (me === null) throw new Error("useMe: render this component only after the agent-welcome.");
  return me;
}
