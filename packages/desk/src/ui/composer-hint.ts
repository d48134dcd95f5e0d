/** The one thing that is worth saying below the composer now, the most pressing first. */
import type { OtherWriter } from "../model/composer.ts";
import type { MayAnswer } from "../model/may-answer.ts";
import type { Words } from "../words/words.ts";

interface Standing {
  readonly isNote: boolean;
  readonly isOnline: boolean;
  readonly isSummaryRead: boolean;
  /** Characters beyond the limit. */
  readonly tooMany: number;
  readonly other: OtherWriter | null;
  /** A variable that is still open. */
  readonly gap: string | null;
  readonly mayAnswer: MayAnswer;
}

export interface Hint {
  readonly text: string;
  readonly isWarning: boolean;
}

export function composerHint(standing: Standing, { talk, together }: Words): Hint {
  const { isNote, isOnline, isSummaryRead, tooMany, other, gap, mayAnswer } = standing;
  const warning = (text: string): Hint => ({ text, isWarning: true });
  if (!isNote && !isSummaryRead) return warning(together.composer.readSummary);
  if (tooMany > 0) return warning(talk.tooLong(String(tooMany)));
  if (!isNote && other !== null) return warning(together.composer.held(other.name));
  if (!isNote && gap !== null) return warning(together.canned.fill(gap));
  if (!isOnline) return warning(talk.queued);
  if (isNote) return { text: together.note.hint, isWarning: false };
  if (!mayAnswer.may || mayAnswer.first === null) return { text: talk.sendHint, isWarning: false };
  const { startsFirst, takesOver } = together.composer;
  return { text: mayAnswer.first === "claim" ? takesOver(mayAnswer.name) : startsFirst, isWarning: false };
}
