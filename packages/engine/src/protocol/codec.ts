/**
 * Frames to messages and back. A frame is UTF-8 JSON: one message, or an array of messages, which is how a sender
 * puts everything that became due in one turn into one frame.
 */
import type * as z from "zod/mini";
import { SendId } from "../domain/id.ts";
import { LIMITS } from "./limits.ts";
import { refuse, type Result, type RefusalCode } from "./refusal.ts";

/** A UTF-16 unit takes up to three bytes of UTF-8, so this many never exceed the limit of a frame. */
const PACKED_CHARS_MAX = Math.floor(LIMITS.frameBytes / 3) - 2;

/** One message of a frame, or why it is none; `id` is the sender's, if one could be read. */
export type Decoded<M> = Result<M> & { readonly id: SendId | null };

/**
 * Reads a frame. Never throws: what cannot be read comes back as a refusal in its place. A client sets no `messagesMax`
 * for what its server says, since what it did not read would be lost without a word.
 */
export function decodeFrame<M>(
  frame: string,
  schema: z.ZodMiniType<M>,
  messagesMax: number = LIMITS.frameMessages,
): readonly Decoded<M>[] {
  let json: unknown;
  try {
    json = JSON.parse(frame);
  } catch {
    return [{ ...refuse("unparsable"), id: null }];
  }
  if (!Array.isArray(json)) return [decodeMessage(json, schema)];
  if (json.length > messagesMax) {
    const detail = `more than ${messagesMax} messages in a frame`;
    return [{ ...refuse("invalid_message", { detail }), id: null }];
  }
  return json.map((item: unknown) => decodeMessage(item, schema));
}

/** Writes one message as one frame. */
export function encode(message: { readonly type: string }): string {
  return JSON.stringify(message);
}

/** Puts frames that were encoded already into one. */
export function joinFrames(frames: readonly string[]): string {
  return frames.length === 1 ? (frames[0] as string) : `[${frames.join(",")}]`;
}

/** Puts encoded messages into as few frames as the limits allow, in order. */
export function packFrames(messages: readonly string[]): readonly string[] {
  const packed: string[] = [];
  let batch: string[] = [];
  let chars = 0;
  for (const message of messages) {
    const isFull = batch.length === LIMITS.frameMessages || chars + message.length > PACKED_CHARS_MAX;
    if (isFull && batch.length > 0) {
      packed.push(joinFrames(batch));
      batch = [];
      chars = 0;
    }
    batch.push(message);
    chars += message.length + 1;
  }
  if (batch.length > 0) packed.push(joinFrames(batch));
  return packed;
}

function decodeMessage<M>(json: unknown, schema: z.ZodMiniType<M>): Decoded<M> {
  const parsed = schema.safeParse(json);
  const id = idOf(json);
  if (parsed.success) return { ok: true, value: parsed.data, id };
  const issue = parsed.error.issues[0];
  const path = issue?.path.map(String).join(".") ?? "";
  const code: RefusalCode = path === "type" || path === "" ? "unknown_message" : "invalid_message";
  return { ...refuse(code, path === "" ? {} : { detail: path }), id };
}

function idOf(json: unknown): SendId | null {
  if (typeof json !== "object" || json === null || !("id" in json)) return null;
  const parsed = SendId.safeParse(json.id);
  return parsed.success ? parsed.data : null;
}
