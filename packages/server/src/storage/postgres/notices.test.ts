/** What fits into a NOTIFY, and what comes out of it again. */
import { ConversationId, HandoffId, SiteId } from "@sophie/engine";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RemoteChange } from "../storage.ts";
import { ANNOUNCEMENT_BYTES_MAX, decodeNotice, encodeAnnouncement, encodeChanges } from "./notices.ts";

/** PostgreSQL's own limit for a payload; the longest that it takes is one byte shorter. */
const NOTIFY_BYTES = 8_000;
const SENDER = "5c6d1d2e-0000-4000-8000-000000000000";

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}$/u);
const change: fc.Arbitrary<RemoteChange> = fc.record({
  conversation: id.map((text) => ConversationId.parse(text)),
  site: id.map((text) => SiteId.parse(text)),
  lastSeq: fc.nat(),
  handoff: fc.option(id.map((text) => HandoffId.parse(text))),
});

describe("notices", () => {
  it("carry any number of changes, in order, each in less than PostgreSQL's limit", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 200, size: "max" }), (changes) => {
        const payloads = encodeChanges(SENDER, changes);
        const heard = payloads.map(decodeNotice).flatMap((notice) => {
          expect(notice).toMatchObject({ kind: "changes", sender: SENDER });
          return notice?.kind === "changes" ? notice.changes : [];
        });
        expect(heard).toEqual(changes);
        expect(payloads.filter((payload) => Buffer.byteLength(payload) >= NOTIFY_BYTES)).toEqual([]);
      }),
    );
  });

  it("fill a payload before they begin the next", () => {
    const one = { conversation: "c", site: "s", lastSeq: 1, handoff: null };
    const changes = Array.from({ length: 700 }, () => ({
      ...one,
      conversation: ConversationId.parse(one.conversation),
      site: SiteId.parse(one.site),
    }));
    expect(encodeChanges(SENDER, changes)).toHaveLength(2);
  });

  it("carry an announcement of the greatest length, whatever its characters", () => {
    const text = "🏠".repeat(ANNOUNCEMENT_BYTES_MAX / 4);
    const payload = encodeAnnouncement(SENDER, text);
    expect(Buffer.byteLength(payload)).toBeLessThan(NOTIFY_BYTES);
    expect(decodeNotice(payload)).toEqual({ kind: "announcement", sender: SENDER, text });
    expect(() => encodeAnnouncement(SENDER, `${text}!`)).toThrow(/7000 bytes/u);
  });

  it("of somebody else on the same channel are nobody's", () => {
    for (const payload of ["", "changes", "hello world", "changes x", `other ${SENDER} []`]) {
      expect(decodeNotice(payload)).toBeNull();
    }
  });
});
