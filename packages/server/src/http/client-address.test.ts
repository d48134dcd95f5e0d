/** Tests whose address a request is taken to come from. */
import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { clientAddress, isFromThisMachine } from "./client-address.ts";

function request(remoteAddress: string, headers: IncomingMessage["headers"] = {}) {
  return { headers, socket: { remoteAddress } } as Pick<IncomingMessage, "headers" | "socket">;
}

describe("the client's address", () => {
  it("is the socket's, whatever the client claims, while no proxy is trusted", () => {
    expect(clientAddress(request("10.0.0.9", { "x-forwarded-for": "1.2.3.4" }), 0)).toBe("10.0.0.9");
  });

  it.each([
    [1, "5.6.7.8"],
    [2, "1.2.3.4"],
    [3, "made-up"],
    [9, "made-up"],
  ])("is what stands before %i trusted proxies", (proxies, address) => {
    const hops = { "x-forwarded-for": "made-up, 1.2.3.4,5.6.7.8" };
    expect(clientAddress(request("10.0.0.9", hops), proxies)).toBe(address);
  });

  it("is the socket's where a trusted proxy says nothing", () => {
    expect(clientAddress(request("10.0.0.9"), 1)).toBe("10.0.0.9");
  });
});

describe("a request from this machine", () => {
  it.each(["127.0.0.1", "::1", "::ffff:127.0.0.1"])("may come from %s", (address) => {
    expect(isFromThisMachine(request(address))).toBe(true);
  });

  it("is none when a proxy on this machine passes it on for somebody else", () => {
    expect(isFromThisMachine(request("127.0.0.1", { "x-forwarded-for": "1.2.3.4" }))).toBe(false);
    expect(isFromThisMachine(request("127.0.0.1", { forwarded: "for=1.2.3.4" }))).toBe(false);
  });

  it("does not come from another one", () => {
    expect(isFromThisMachine(request("10.0.0.9"))).toBe(false);
    expect(isFromThisMachine(request("127.evil.example"))).toBe(false);
  });
});
