/** Where a request comes from: its socket, or what proxies of one's own say (SOPHIE_TRUST_PROXY). */
import type { IncomingMessage } from "node:http";

/**
 * `proxies` is how many of one's own stand before the server. Each appends the address it was called from, so the
 * client is that many places from the end; what stands before it, anybody can have made up.
 */
export function clientAddress(request: Pick<IncomingMessage, "headers" | "socket">, proxies: number): string {
  const direct = request.socket.remoteAddress ?? "unknown";
  const forwarded = request.headers["x-forwarded-for"];
  if (proxies === 0 || forwarded === undefined) return direct;
  const hops = String(forwarded)
    .split(",")
    .map((hop) => hop.trim());
  return hops.at(-proxies) ?? hops[0] ?? direct;
}

/** Whether the request comes from this machine, through no proxy. */
export function isFromThisMachine({ headers, socket }: Pick<IncomingMessage, "headers" | "socket">): boolean {
  const isLoopback = /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/.test(socket.remoteAddress ?? "");
  return isLoopback && headers["x-forwarded-for"] === undefined && headers.forwarded === undefined;
}
