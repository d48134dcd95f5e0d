/** Grade and score as they are read together: "B · 77" (T25). */
import type { LeadScore } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";

export function ScoreGrade({ lead }: { readonly lead: Pick<LeadScore, "grade" | "score"> }): JSX.Element {
  const { grade, score } = lead;
  return (
    <span class="contact-score">
      <span aria-hidden="true">{`${grade} · ${score}`}</span>
      <span class="hidden">{words.value.contacts.scoreSpoken(grade, score)}</span>
    </span>
  );
}
