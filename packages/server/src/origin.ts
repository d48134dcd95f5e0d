/** Web origins as options hold them and as browsers send them: scheme, host and port, nothing more. */
import * as z from "zod";

/** Written back as a browser would send it, so that two spellings of one origin compare as equal. */
export const origin = z.string().transform((written, context) => {
  const normal = originOf(written);
  if (normal !== null) return normal;
  context.addIssue({ code: "custom", message: "not an origin" });
  return z.NEVER;
});

/** With commas between them; `*` is read too, so that whoever starts in earnest can be told why not. */
export const originList = z.string().transform((written, context) => {
  const parts = written.split(",").map((part) => part.trim());
  const origins = parts.filter((part) => part !== "").map((part) => (part === "*" ? "*" : originOf(part)));
  if (origins.every((each) => each !== null)) return origins;
  context.addIssue({ code: "custom", message: "not a list of origins" });
  return z.NEVER;
});

/** Whether only this machine can reach it. */
export function isLoopbackHost(host: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}

/** Null for what is no http(s) address, or has a path, a query or a user in it. */
function originOf(written: string): string | null {
  if (!URL.canParse(written)) return null;
  const url = new URL(written);
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  const isBare = url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
  return isWeb && isBare ? url.origin : null;
}
