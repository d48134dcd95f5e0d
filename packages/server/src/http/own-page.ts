/** The guard before every call that changes something: it comes from the desk's own page, as JSON (Q19). */
import type { Context } from "hono";
import type { Env } from "./route.ts";
import { trouble } from "./trouble.ts";

const BODY_BYTES_MAX = 16 * 1024;

/**
 * A page elsewhere can make a browser send neither the header nor the content type without asking first, and it cannot
 * choose the `Origin`. Null if the call is in order and `body` is set; the refusal otherwise.
 */
export async function refuseForeignCall(
  context: Context<Env>,
  publicUrl: string,
  bytesMax = BODY_BYTES_MAX,
): Promise<Response | null> {
  const { req } = context;
  if (req.header("origin") !== publicUrl || req.header("x-sophie") !== "1") {
    return trouble("foreign_page", { sentence: `Calls that change something come from ${publicUrl} only.` });
  }
  return takeJson(context, bytesMax);
}

/** Sets `body`; the refusal if it is no JSON, or more than it may be. */
export async function takeJson(context: Context<Env>, bytesMax = BODY_BYTES_MAX): Promise<Response | null> {
  const { req } = context;
  if (!/^application\/json\s*(?:;|$)/i.test(req.header("content-type") ?? ""))
    return trouble("json_expected");
  const text = await readBounded(req.raw.body, bytesMax);
  if (text === null) return trouble("too_large");
  try {
    context.set("body", JSON.parse(text));
    return null;
  } catch {
    return trouble("unparsable");
  }
}

/** Null as soon as there is more than the limit, whatever `content-length` said. */
async function readBounded(
  stream: ReadableStream<Uint8Array> | null,
  bytesMax: number,
): Promise<string | null> {
  if (stream === null) return "";
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
