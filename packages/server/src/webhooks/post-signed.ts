/** One signed POST to a receiver that nobody here trusts: a checked address, a bounded time, no redirects, hardly any answer read. */
import { lookup as resolve } from "node:dns";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { Webhook } from "standardwebhooks";
import { bareHost, isPublicAddress, isWebhookUrl } from "./public-address.ts";

export interface SignedPost {
  readonly url: string;
  /** The same with every try, so that a receiver can tell a repetition. */
  readonly id: string;
  readonly body: string;
  readonly secret: string;
  /** Epoch ms; signed with the rest, so that an old call cannot be played again. */
  readonly at: number;
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

export function postSigned(post: SignedPost, { timeoutMs, allowPrivate }: PostLimits): Promise<PostOutcome> {
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
      headers: headersOf(post),
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

function headersOf({ id, body, secret, at }: SignedPost): Record<string, string | number> {
  const when = new Date(at);
  return {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "user-agent": "Sophie-Webhook/1",
    "webhook-id": id,
    "webhook-timestamp": Math.floor(at / 1_000),
    "webhook-signature": new Webhook(secret).sign(id, when, body),
  };
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
