/** Offers commands for as long as a component is on the page, always as it was drawn last. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Command } from "../model/commands.ts";
import { useDesk } from "./desk-context.ts";

export function useCommands(commands: readonly Command[]): void {
  const desk = useDesk();
  const latest = useRef(commands);
  latest.current = commands;
  useLayoutEffect(() => desk.commands.offer(() => latest.current), [desk]);
}
