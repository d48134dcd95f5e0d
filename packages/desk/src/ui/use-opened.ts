/** Tells the server that whoever has a handoff looks at it, once it is before their eyes: from then on it stays with them (T7). */
import type { Handoff } from "@sophie/engine";
import { useEffect } from "preact/hooks";
import { useDesk, useMe } from "./desk-context.ts";

export function useOpened({ id, status, assignee, overflow }: Handoff): void {
  const desk = useDesk();
  const me = useMe();
  const state = overflow?.standing.state;
  const isToKeep =
    status === "assigned" && assignee?.id === me.id && (state === "running" || state === "held");

  useEffect(() => {
    if (!isToKeep) return;
    function look(): void {
      // A tab behind another one is nobody's look.
      if (document.visibilityState === "visible") desk.lookAt(id);
    }
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [desk, id, isToKeep]);
}
