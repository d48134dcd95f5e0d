/** Notes what this agent has seen, and tells the visitor if it is theirs: only while the page is looked at. */
import { useEffect } from "preact/hooks";
import type { Transcript } from "../model/transcript.ts";
import { useDesk } from "./desk-context.ts";

export function useReadReceipts(transcript: Transcript, isMine: boolean): void {
  const desk = useDesk();
  const lastSeq = transcript.lastSeq.value;
  useEffect(() => {
    function tell(): void {
      if (document.visibilityState !== "visible") return;
      desk.noteSeen(transcript.conversation, lastSeq);
      if (isMine) transcript.markRead();
    }
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => document.removeEventListener("visibilitychange", tell);
  }, [desk, transcript, isMine, lastSeq]);
}
