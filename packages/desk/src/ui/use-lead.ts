/** What is known of a handoff's visitor, asked for again whenever something happened that may have changed it. */
import type { Handoff } from "@sophie/engine";
import { useEffect } from "preact/hooks";
import type { LeadView } from "../model/leads.ts";
import { useDesk } from "./desk-context.ts";

/** `said`: how long the log is. */
export function useLead({ id, version, updatedAt }: Handoff, said: number): LeadView {
  const { leads } = useDesk();
  useEffect(() => leads.look(id), [leads, id, version, updatedAt, said]);
  return leads.of(id).value;
}
