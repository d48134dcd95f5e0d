/** Tells the visitor what was read: by the one who has the conversation, and only while the page is looked at. */
import { useEffect } from "preact/hooks";
import type { Transcript } from "../model/transcript.ts";

export function useReadReceipts(transcript: Transcript, isMine: boolean): void {
  const lastSeq = transcript.lastSeq.value;
  useEffect(() => {
    if (!isMine) return;
    function tell(): void {
      if (document.visibilityState === "visible") transcript.markRead();
    }
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => document.removeEventListener("visibilitychange", tell);
  }, [transcript, isMine, lastSeq]);
}
