/** A share as whole percents, in the agent's way of writing: "87 %". */
import { percentOf } from "../../model/percent.ts";

export function percentText(share: number): string {
  return `${percentOf(share)}\u00a0%`;
}
