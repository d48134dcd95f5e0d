/** What a question that takes time was answered last; asked again when what it is about changes. Late answers to earlier questions are dropped. */
import { useEffect, useState } from "preact/hooks";

/** Null until the first answer. */
export function useAnswer<T>(ask: () => Promise<T>, about: readonly unknown[]): T | null {
  // In a box, since an answer may be a function, which `useState` would call.
  const [held, setHeld] = useState<{ readonly answer: T } | null>(null);

  useEffect(() => {
    let isLatest = true;
    async function keep(): Promise<void> {
      const answer = await ask();
      if (isLatest) setHeld({ answer });
    }
    void keep();
    return () => {
      isLatest = false;
    };
  }, about);

  return held === null ? null : held.answer;
}
