/** One POST to a receiver that nobody here trusts: a checked address, a bounded time, no redirects, hardly any answer read. */
import { lookup as resolve } from "node:dns";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { bareHost, isPublicAddress, isWebhookUrl } from "./public-address.ts";

export interface GuardedPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: string | Buffer;
}

export interface PostLimits {
  readonly timeoutMs: number;
  /** For tests and for receivers in one's own network. */
  readonly allowPrivate: boolean;
}

export type PostFault = "status" | "redirect" | "timeout" | "unreachable" | "forbidden_address";

export interface PostOutcome {
  /** Null when there was no answer. */
  readonly status: number | null;
  /** Null when the receiver has taken it. */
  readonly fault: PostFault | null;
}

class ForbiddenAddress extends Error {}

export function postGuarded(
  post: GuardedPost,
  { timeoutMs, allowPrivate }: PostLimits,
): Promise<PostOutcome> {
  const url = URL.parse(post.url);
  const host = url === null ? "" : bareHost(url);
  const isForbidden = !allowPrivate && isIP(host) !== 0 && !isPublicAddress(host);
  if (url === null || isForbidden || !isWebhookUrl(post.url, allowPrivate)) {
    return Promise.resolve({ status: null, fault: "forbidden_address" });
  }
  const signal = AbortSignal.timeout(timeoutMs);
  return new Promise((settle) => {
    const send = url.protocol === "http:" ? requestHttp : requestHttps;
    const request = send(url, {
      method: "POST",
      headers: post.headers,
      lookup: allowPrivate ? resolve : publicLookup,
      agent: false,
      signal,
    });
    request.on("response", (response) => {
      const status = response.statusCode ?? 0;
      // What it says beyond its status concerns nobody, and may never end.
      response.destroy();
      settle({ status, fault: faultOf(status) });
    });
    request.on("error", (error) => {
      const isLate = signal.aborted;
      const fault =
        error instanceof ForbiddenAddress ? "forbidden_address" : isLate ? "timeout" : "unreachable";
      settle({ status: null, fault });
    });
    request.end(post.body);
  });
}

function faultOf(status: number): PostFault | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? "redirect" : "status";
}

/** The address that was checked is the one that is called: a name cannot change its mind in between. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    if (error !== null) return callback(error, "", 4);
    const [first] = found;
    if (first === undefined || found.some(({ address }) => !isPublicAddress(address))) {
      return callback(new ForbiddenAddress(`${hostname} is not on the public internet.`), "", 4);
    }
    return options.all === true ? callback(null, found) : callback(null, first.address, first.family);
  });
};
