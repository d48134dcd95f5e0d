/** One signed POST to a webhook, as Standard Webhooks has it. */
import { Webhook } from "standardwebhooks";
import { type PostLimits, type PostOutcome, postGuarded } from "./post-guarded.ts";

export interface SignedPost {
  readonly url: string;
  /** The same with every try, so that a receiver can tell a repetition. */
  readonly id: string;
  readonly body: string;
  readonly secret: string;
  /** Epoch ms; signed with the rest, so that an old call cannot be played again. */
  readonly at: number;
}

export function postSigned(post: SignedPost, limits: PostLimits): Promise<PostOutcome> {
  return postGuarded({ url: post.url, headers: headersOf(post), body: post.body }, limits);
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
