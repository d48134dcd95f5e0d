/** The lane on its own, against a writer that the test holds in its hand. */
import { describe, expect, it } from "vitest";
import { type Batch, type BatchAnswer, createGroupCommit } from "./group-commit.ts";
import { newConversation, saying } from "./testing/builders.ts";

const conversation = newConversation();
const DONE = {
  ok: true,
  value: { ok: true, duplicate: true, conversation: newConversation(), seq: 1 },
} as const;

/** Commits when the test says so. */
function heldWriter() {
  const commits: { batch: Batch; finish: () => void; fail: (error: Error) => void }[] = [];
  let wake: (() => void) | null = null;
  return {
    writer: {
      commit: (batch: Batch) =>
        new Promise<BatchAnswer>((resolve, reject) => {
          const finish = () =>
            resolve({
              outcomes: batch.changes.map(() => DONE),
              receipts: batch.receipts.map(({ receipt }) => receipt),
            });
          commits.push({ batch, finish, fail: reject });
          wake?.();
        }),
      isMemberFault: (error: unknown) => error instanceof RangeError,
    },
    /** The nth commit, as soon as it has begun. */
    commit: async (index: number) => {
      while (commits[index] === undefined) await new Promise<void>((resolve) => void (wake = resolve));
      return commits[index];
    },
  };
}

const idsIn = (batch: Batch) => batch.changes.map(({ id }) => id);

describe("group commit", () => {
  it("puts what arrives while a commit runs into the next one together", async () => {
    const { writer, commit } = heldWriter();
    const lane = createGroupCommit(writer);
    const answers = [lane.change(saying(conversation, "a"))];
    const first = await commit(0);
    answers.push(lane.change(saying(conversation, "b")), lane.change(saying(conversation, "c")));
    void lane.saveReceipt({ conversation, side: "agent", receipt: { delivered: 1, read: 0 } });
    first.finish();
    const second = await commit(1);
    expect([idsIn(first.batch), idsIn(second.batch)]).toEqual([["a"], ["b", "c"]]);
    expect(second.batch.receipts).toHaveLength(1);
    second.finish();
    await Promise.all(answers);
  });

  it("answers nobody before the commit that holds his change", async () => {
    const { writer, commit } = heldWriter();
    const lane = createGroupCommit(writer);
    const order: string[] = [];
    const a = lane.change(saying(conversation, "a")).then(() => order.push("a answered"));
    const first = await commit(0);
    const b = lane.change(saying(conversation, "b")).then(() => order.push("b answered"));
    order.push("first ends");
    first.finish();
    await a;
    const second = await commit(1);
    order.push("second ends");
    second.finish();
    await b;
    expect(order).toEqual(["first ends", "a answered", "second ends", "b answered"]);
  });

  it("bounds a batch at 512, and the rest follows in order", async () => {
    const { writer, commit } = heldWriter();
    const lane = createGroupCommit(writer);
    const answers = Array.from({ length: 600 }, (_, index) => lane.change(saying(conversation, `m${index}`)));
    const first = await commit(0);
    first.finish();
    const second = await commit(1);
    second.finish();
    await Promise.all(answers);
    expect([first.batch.changes.length, second.batch.changes.length]).toEqual([512, 88]);
    expect(idsIn(second.batch)[0]).toBe("m512");
  });

  it("rejects everyone in a commit that fails, and goes on with the next", async () => {
    const { writer, commit } = heldWriter();
    const lane = createGroupCommit(writer);
    const failed = Promise.allSettled(["a", "b"].map((id) => lane.change(saying(conversation, id))));
    (await commit(0)).fail(new Error("The disk is full."));
    expect((await failed).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    const next = lane.change(saying(conversation, "c"));
    (await commit(1)).finish();
    expect(await next).toEqual(DONE.value);
  });

  it("commits members one by one when one of them made the batch fail", async () => {
    const { writer, commit } = heldWriter();
    const lane = createGroupCommit(writer);
    const settled = Promise.allSettled(["a", "b", "c"].map((id) => lane.change(saying(conversation, id))));
    (await commit(0)).fail(new RangeError("One of you broke a rule."));
    (await commit(1)).finish();
    (await commit(2)).fail(new RangeError("It was you."));
    (await commit(3)).finish();
    expect((await settled).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  it("lets timers run although every answer brings the next change at once", async () => {
    let commits = 0;
    const lane = createGroupCommit({
      commit(batch) {
        commits += 1;
        return { outcomes: batch.changes.map(() => DONE), receipts: [] };
      },
      isMemberFault: () => false,
    });
    const over = new AbortController();
    setTimeout(() => over.abort(), 5);
    // Without a turn for timers this would go through all its turns at once.
    for (let turn = 0; turn < 500_000 && !over.signal.aborted; turn += 1) {
      await lane.change(saying(conversation, "again"));
    }
    expect(over.signal.aborted).toBe(true);
    expect(commits).toBeGreaterThan(1);
  });

  it("takes nothing more once it closes, and closes when everything taken is answered", async () => {
    const { writer, commit } = heldWriter();
    const lane = createGroupCommit(writer);
    let isClosed = false;
    const answer = lane.change(saying(conversation, "a"));
    const closing = lane.close().then(() => (isClosed = true));
    await expect(lane.change(saying(conversation, "b"))).rejects.toThrow(/closed/u);
    const only = await commit(0);
    expect(isClosed).toBe(false);
    only.finish();
    await Promise.all([answer, closing]);
    expect(isClosed).toBe(true);
  });
});
