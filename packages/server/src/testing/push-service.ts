/** A push service for tests: real HTTP, and the browser behind it, which alone can read what it is sent (RFC 8291, 8292). */
import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  verify,
} from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { PushMessage } from "@sophie/engine";

const CURVE = "prime256v1";

export interface Pushed {
  readonly message: PushMessage;
  readonly headers: IncomingHttpHeaders;
  /** Of the signature that the server showed, once it was checked. */
  readonly claims: { readonly aud: string; readonly sub: string; readonly exp: number };
}

export interface Browser {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
  /** What has arrived, oldest first. */
  readonly pushed: readonly Pushed[];
}

export interface PushService {
  browser(): Browser;
  /** What is answered with from here on, and done before. */
  answer: (browser: Browser) => number | Promise<number>;
  close(): Promise<void>;
}

export async function openPushService(): Promise<PushService> {
  const receivers = new Map<string, (headers: IncomingHttpHeaders, body: Buffer) => Browser>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const receive = receivers.get(request.url ?? "");
    const browser = receive?.(request.headers, Buffer.concat(chunks));
    response.writeHead(browser === undefined ? 404 : await service.answer(browser)).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const service: PushService = {
    answer: () => 201,
    browser() {
      const own = createECDH(CURVE);
      own.generateKeys();
      const auth = randomBytes(16);
      const path = `/push/${randomBytes(12).toString("base64url")}`;
      const pushed: Pushed[] = [];
      const keys = { p256dh: own.getPublicKey("base64url"), auth: auth.toString("base64url") };
      const browser: Browser = { endpoint: origin + path, keys, pushed };
      receivers.set(path, (headers, body) => {
        const claims = checkSignature(headers, origin);
        const message = PushMessage.parse(JSON.parse(opened(body, own, auth)));
        pushed.push({ message, headers, claims });
        return browser;
      });
      return browser;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  return service;
}

/** Reads `aes128gcm` in one record, as a browser does. */
function opened(body: Buffer, own: ECDH, auth: Buffer): string {
  const salt = body.subarray(0, 16);
  const keyLength = body.readUInt8(20);
  const theirs = body.subarray(21, 21 + keyLength);
  const sealed = body.subarray(21 + keyLength);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), own.getPublicKey(), theirs]);
  const secret = hkdf(own.computeSecret(theirs), auth, info, 32);
  const key = hkdf(secret, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = hkdf(secret, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const decipher = createDecipheriv("aes-128-gcm", key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  // A 2 ends the last record; zeros after it are padding.
  return plain.subarray(0, plain.lastIndexOf(2)).toString("utf8");
}

function hkdf(key: Buffer, salt: Buffer, info: Buffer, bytes: number): Buffer {
  return Buffer.from(hkdfSync("sha256", key, salt, info, bytes));
}

/** Throws unless the server has signed, for this service, with the key that it shows. */
function checkSignature({ authorization = "" }: IncomingHttpHeaders, origin: string): Pushed["claims"] {
  const [, token = "", shown = ""] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization) ?? [];
  const [head = "", body = "", signature = ""] = token.split(".");
  const point = Buffer.from(shown, "base64url");
  const jwk = {
    kty: "EC",
    crv: "P-256",
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  };
  const key = createPublicKey({ key: jwk, format: "jwk" });
  const isSigned = verify(
    "sha256",
    Buffer.from(`${head}.${body}`),
    { key, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  const claims: Pushed["claims"] = JSON.parse(Buffer.from(body, "base64url").toString("utf8"));
  if (!isSigned || claims.aud !== origin) throw new Error("This push is not signed for this service.");
  return claims;
}
