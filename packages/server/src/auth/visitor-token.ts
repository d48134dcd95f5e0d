/**
 * Who a visitor is, signed by the server: a browser can neither invent nor borrow another visitor's id. It travels in
 * the first message, never in an address.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { SiteId, VisitorId } from "@sophie/engine";
import * as z from "zod/mini";

const DAY_MS = 86_400_000;
/** Renewed at every welcome, so only visitors who stay away this long begin anew. */
const LIFETIME_MS = 90 * DAY_MS;

const Claims = z.object({ visitor: VisitorId, site: SiteId, expiresAt: z.int() });

export type TokenReading =
  | { readonly state: "valid"; readonly visitor: VisitorId }
  | { readonly state: "expired" }
  /** Forged, damaged, or from another site. */
  | { readonly state: "refused" };

export class VisitorTokens {
  readonly #key: string;

  /** `key`: the server's secret, the same in every process. */
  constructor(key: string) {
    this.#key = key;
  }

  issue(visitor: VisitorId, site: SiteId, now: number): string {
    const claims = JSON.stringify({ visitor, site, expiresAt: now + LIFETIME_MS });
    const body = Buffer.from(claims).toString("base64url");
    return `${body}.${this.#sign(body).toString("base64url")}`;
  }

  read(token: string, site: SiteId, now: number): TokenReading {
    const [body, signature, ...rest] = token.split(".");
    if (body === undefined || signature === undefined || rest.length > 0) return { state: "refused" };
    const expected = this.#sign(body);
    const given = Buffer.from(signature, "base64url");
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { state: "refused" };
    const claims = Claims.safeParse(parseJson(Buffer.from(body, "base64url").toString()));
    if (!claims.success || claims.data.site !== site) return { state: "refused" };
    if (claims.data.expiresAt <= now) return { state: "expired" };
    return { state: "valid", visitor: claims.data.visitor };
  }

  #sign(body: string): Buffer {
    return createHmac("sha256", this.#key).update(body).digest();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
