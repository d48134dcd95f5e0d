/** What is drawn of a timeline: days, turns, and the one card that holds. */
import type { SendId, TimelineItem } from "@sophie/engine";
import { describe, expect, it } from "vitest";
import { rowsOf } from "./rows.ts";

const NOON = new Date(2026, 0, 5, 12).getTime();
const DAY_MS = 86_400_000;

function said(id: string, kind: "visitor" | "bot", at: number): TimelineItem {
  const delivery = kind === "visitor" ? ({ state: "sent" } as const) : null;
  return { kind: "message", id: id as SendId, author: { kind }, text: id, at, feedback: null, delivery };
}

describe("the rows of a conversation", () => {
  it("draw no day line for what began today", () => {
    expect(rowsOf([said("a", "bot", NOON)], NOON).map(({ kind }) => kind)).toEqual(["message"]);
  });

  it("draw one line for each day, once", () => {
    const timeline = [
      said("a", "visitor", NOON - DAY_MS),
      said("b", "bot", NOON - DAY_MS),
      said("c", "visitor", NOON),
      said("d", "bot", NOON),
    ];
    expect(rowsOf(timeline, NOON).map(({ kind }) => kind)).toEqual([
      "day",
      "message",
      "message",
      "day",
      "message",
      "message",
    ]);
  });

  it("name the speaker once per turn, and again after a day line or a change of control", () => {
    const timeline: TimelineItem[] = [
      said("a", "bot", NOON),
      said("b", "bot", NOON),
      { kind: "control", id: "c", to: "human_pending", by: { kind: "visitor" }, at: NOON },
      said("d", "bot", NOON),
      said("e", "bot", NOON + DAY_MS),
    ];
    const starts = rowsOf(timeline, NOON).flatMap((row) => (row.kind === "message" ? [row.startsTurn] : []));
    expect(starts).toEqual([true, false, true, true]);
  });

  it("keep a card for the newest change of control only", () => {
    const control = (id: string, to: "human_pending" | "closed"): TimelineItem => ({
      kind: "control",
      id,
      to,
      by: { kind: "system" },
      at: NOON,
    });
    const rows = rowsOf([control("a", "human_pending"), control("b", "closed")], NOON);
    expect(rows.flatMap((row) => (row.kind === "control" ? [row.isCurrent] : []))).toEqual([false, true]);
  });

  it("N8 move the card to what was arranged anew: what held before is a line", () => {
    const told = (id: string): TimelineItem => ({
      kind: "notice",
      id,
      notice: "unavailable",
      text: id,
      channels: [],
      at: NOON,
    });
    const rows = rowsOf(
      [
        told("first"),
        { kind: "control", id: "c", to: "human_pending", by: { kind: "visitor" }, at: NOON },
        said("hello?", "visitor", NOON),
        told("anew"),
      ],
      NOON,
    );
    const cards = rows.flatMap((row) =>
      row.kind === "control" ? [[row.key, row.isCurrent, row.notice?.text]] : [],
    );
    expect(cards).toEqual([
      ["c", false, "first"],
      ["anew", true, "anew"],
    ]);
  });
});
