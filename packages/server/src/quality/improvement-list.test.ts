/** What stays of a wrong escalation when its conversation is gone: a figure, and not a word. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { AgentId, SendId } from "@sophie/engine";
import { aSite } from "@sophie/engine/testing";
import { expect, it } from "vitest";
import { openStorage } from "../storage/open-storage.ts";
import { settledSite } from "../storage/settled-site.ts";
import { changing, handoffOf, madeOf, newConversation, SITE } from "../storage/testing/builders.ts";
import { improvementLines, improvementList } from "./improvement-list.ts";

const SAID = "Ik bezichtigde het gisteren al met Van Wonderen";

it("H90 a text is listed as long as its conversation is kept, and nothing of it stays behind", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sophie-improvements-"));
  const file = join(folder, "sophie.db");
  const { storage } = await openStorage({ url: null, file, now: () => 1_000 });
  try {
    const conversation = newConversation();
    const handoff = handoffOf(conversation, {
      status: "completed",
      evidence: { message: "m1" as SendId, text: SAID, spans: [] },
      verdict: {
        kind: "wrong_escalation",
        note: "Was van Wonderen.",
        by: { id: "ana" as AgentId, name: "Ana" },
        at: 1_000,
      },
    });
    madeOf(await storage.change(changing(conversation, { handoff })));
    const site = settledSite({ config: aSite({ id: SITE }), origins: [] });
    const listed = await improvementList(storage, site, null);
    expect(listed.map(({ evidence }) => evidence?.text)).toEqual([SAID]);
    expect(await improvementLines(storage, site, null)).toContain(SAID);

    const elsewhere = new DatabaseSync(file);
    const kept = elsewhere.prepare("select * from figures").all();
    expect(JSON.stringify(kept)).not.toMatch(/Wonderen|bezichtigde|visitor-1|Ana/);
    elsewhere.exec("update conversations set handoff = null; delete from handoffs; delete from entries");
    elsewhere.close();
    expect(await improvementList(storage, site, null)).toEqual([]);
    expect(await improvementLines(storage, site, null)).toBe("");
    const groups = await storage.figures(SITE, 0, 2_000);
    expect(groups.map(({ verdict, count }) => [verdict, count])).toEqual([["wrong_escalation", 1]]);
  } finally {
    await storage.close();
    await rm(folder, { recursive: true, force: true });
  }
});
