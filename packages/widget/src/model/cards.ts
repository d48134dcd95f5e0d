/** What a visitor is in the middle of filling in, and what becomes of it: details, a number, a survey. */
import { readFieldValue, type Session } from "@sophie/engine";
import { type ReadonlySignal, type Signal, signal } from "@preact/signals-core";

export interface Cards {
  /** The keys of what was filled in and is not what was asked for. */
  readonly wrong: ReadonlySignal<readonly string[]>;
  /** Hands in what is right. The first of what is wrong, which keeps everything from being handed in once; null if nothing did. */
  readonly handIn: (values: Readonly<Record<string, string>>) => string | null;
  readonly skip: () => void;
  /** The number that was left to be called back on. */
  readonly number: ReadonlySignal<string | null>;
  readonly isNumberWrong: ReadonlySignal<boolean>;
  readonly leaveNumber: (text: string) => void;
  readonly rating: Signal<number | null>;
  /** Answers the survey with what was rated; without a rating it declines. */
  readonly answer: (comment: string) => void;
  readonly decline: () => void;
}

export function createCards(session: Session): Cards {
  const wrong = signal<readonly string[]>([]);
  const number = signal<string | null>(null);
  const isNumberWrong = signal(false);
  const rating = signal<number | null>(null);

  function give(info: Readonly<Record<string, string>>): void {
    wrong.value = [];
    session.giveInfo(info);
  }

  function answer(given: number | null, comment: string): void {
    rating.value = null;
    session.answerSurvey({ rating: given, comment: comment.trim() });
  }

  return {
    wrong,
    handIn(values) {
      const info: Record<string, string> = {};
      const bad: string[] = [];
      for (const field of session.snapshot.asked ?? []) {
        const text = (values[field.key] ?? "").trim();
        const value = readFieldValue(field, text);
        if (value !== null) info[field.key] = value;
        else if (text !== "") bad.push(field.key);
      }
      const [first] = bad;
      // What is wrong twice is left out: nobody is kept from a person by a form (F12).
      if (first === undefined || wrong.value.length > 0) {
        give(info);
        return null;
      }
      wrong.value = bad;
      return first;
    },
    skip: () => give({}),
    number,
    isNumberWrong,
    leaveNumber(text) {
      const value = readFieldValue({ kind: "phone", pattern: null }, text);
      isNumberWrong.value = value === null;
      if (value === null) return;
      number.value = value;
      session.leaveNumber(value);
    },
    rating,
    answer: (comment) => answer(rating.value, comment),
    decline: () => answer(null, ""),
  };
}
