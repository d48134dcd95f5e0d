/** Tests that what is shown to strangers tells them how a conversation went, and nothing of whose it was. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LogEntry } from "../domain/log-entry.ts";
import { aMessageEntry, ANA, BEN } from "../testing/builders.ts";
import { redactLog } from "./redact-log.ts";
import { readReplayFile, replayFileOf, writeReplayFile } from "./replay-file.ts";
import { replayLog } from "./replay-log.ts";
import { shapeOf } from "./shape-of.ts";
import { randomLog } from "./testing/random-log.ts";

describe("a redacted log", () => {
  it("N3 keeps the shape of a text, and its length, so that spans still fit", () => {
    expect(shapeOf("Jan, bel 06-12 of mail jan@x.nl! 😀")).toBe("Xxx, xxx 00-00 xx xxxx xxx@x.xx! __");
    expect(shapeOf("Ärger über 3½ €\u202e")).toBe("Xxxxx xxxx 00 __");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(shapeOf(text)).toHaveLength(text.length);
        expect(shapeOf(shapeOf(text))).toBe(shapeOf(text));
      }),
    );
  });

  it("N3 is a log like any other, with every decision in its place", () => {
    fc.assert(
      fc.property(randomLog(), (log) => {
        const shown = redactLog(log);
        for (const entry of shown) expect(LogEntry.safeParse(entry).success).toBe(true);
        const skeleton = (entries: readonly LogEntry[]) =>
          replayLog(entries).steps.map(
            ({ state: { control, procedure, timers, handoff, visitor }, passed }) => [
              [control, procedure.state, procedure.open.length, timers, visitor, passed],
              [handoff?.status, handoff?.version, handoff?.priority, handoff?.cycle, handoff?.nth],
            ],
          );
        expect(skeleton(shown)).toEqual(skeleton(log));
      }),
    );
  });

  it("N3 holds no name, no id, no label, no number and no word of what it was made from", () => {
    fc.assert(
      fc.property(randomLog(), (log) => {
        const shown = JSON.stringify(redactLog(log));
        const secrets = [ANA, BEN].flatMap(({ id, name }) => [`"${id}"`, `"${name}"`]);
        const others = ["jan_de-boer", "+3120", "ordernummer", "Bezichtigingen", "verkoop", "tuin", "Bel "];
        for (const secret of [...secrets, ...others]) expect(shown).not.toContain(secret);
        for (const entry of log) {
          if (entry.kind !== "message") continue;
          for (const word of entry.text.match(/[a-wyzA-WYZ1-9]{2,}/g) ?? []) {
            const texts = redactLog(log).map((one) => (one.kind === "message" ? one.text : ""));
            expect(texts.join(" ")).not.toContain(word);
          }
        }
      }),
    );
  });

  it("gives what was the same the same placeholder, and redacts what is redacted no further", () => {
    const log = [
      aMessageEntry({ seq: 1, author: ANA }),
      aMessageEntry({ seq: 2, author: BEN }),
      aMessageEntry({ seq: 3, author: ANA }),
    ];
    const once = redactLog(log);
    expect(once.map((entry) => entry.kind === "message" && entry.author)).toMatchObject([
      { name: "agent-1" },
      { name: "agent-2" },
      { name: "agent-1" },
    ]);
    expect(redactLog(once)).toEqual(once);
  });
});

describe("a replay as a file", () => {
  it("N3 comes back as it went, and says whether it ends the same here", () => {
    fc.assert(
      fc.property(randomLog(), fc.boolean(), (log, isRedacted) => {
        const text = writeReplayFile(replayFileOf("conversation-1", log, isRedacted));
        const read = readReplayFile(text);
        expect(read).toMatchObject({ ok: true, isSame: true });
        expect(read.ok && writeReplayFile(read.file)).toBe(text);
      }),
    );
  });

  it("says when the log ends otherwise than where it was written", () => {
    const file = replayFileOf("conversation-1", [aMessageEntry()], false);
    expect(readReplayFile(writeReplayFile({ ...file, fingerprint: "0" }))).toMatchObject({ isSame: false });
  });

  it.each([
    ["nothing", "", "no replay of Sophie's"],
    ["something else", '{"format":"other"}', "no replay of Sophie's"],
    ["an entry that is none", patched({ entries: [{ kind: "dance" }] }), "cannot be read at entries.0"],
    ["a hole", patched({ entries: [aMessageEntry({ seq: 2 })] }), "entry 1 is not in its place"],
  ])("refuses %s in a sentence", (_what, text, problem) => {
    expect(readReplayFile(text)).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
  });
});

function patched(patch: object): string {
  return JSON.stringify({ ...replayFileOf("conversation-1", [aMessageEntry()], false), ...patch });
}
