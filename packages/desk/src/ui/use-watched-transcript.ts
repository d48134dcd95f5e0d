/** Follows a conversation for as long as a panel shows it. */
import type { ConversationId } from "@sophie/engine";
import { useEffect } from "preact/hooks";
import type { Transcript } from "../model/transcript.ts";
import { useDesk } from "./desk-context.ts";

export function useWatchedTranscript(conversation: ConversationId): Transcript {
  const transcript = useDesk().transcript(conversation);
  useEffect(() => {
    transcript.watch();
    return () => transcript.unwatch();
  }, [transcript]);
  return transcript;
}
