/** The contract when many want the same thing at once, in one process and in two. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changing, claiming, handoffOf, message, newConversation, saying } from "../testing/builders.ts";
import type { ContractStore, OpenContractStore } from "./contract-store.ts";

const CLAIM_ROUNDS = 1_000;
/** A thousand rounds take five seconds, and a minute on a machine that does ten other things. */
const TIMEOUT_MS = 240_000;

export function describeRaces(open: OpenContractStore): void {
  describe("races", { timeout: TIMEOUT_MS }, () => {
    let store: ContractStore;
    let processes: ContractStore["storage"][];
    beforeAll(async () => {
      store = await open();
      processes = [store.storage, store.neighbour];
    });
    afterAll(() => store.close());

    /** The nth of many callers, spread over both processes. */
    const storageOf = (index: number) => processes[index % processes.length] ?? store.storage;

    it("Q3 64 senders at once get places without a gap, and each finds its own text at its place", async () => {
      const conversation = newConversation();
      const outcomes = await Promise.all(
        Array.from({ length: 64 }, async (_, sender) => {
          const places: [string, number][] = [];
          for (let turn = 0; turn < 10; turn += 1) {
            const id = `s${sender}-${turn}`;
            const outcome = await storageOf(sender).change(saying(conversation, id));
            if (!outcome.ok || outcome.duplicate) throw new Error("A new message was not taken.");
            places.push([id, outcome.entries[0]?.seq ?? 0]);
          }
          return places;
        }),
      );
      const log = await store.storage.entriesSince(conversation, 0, 1_000);
      expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: 640 }, (_, index) => index + 1));
      const said = log.map((entry) => [entry.kind === "message" ? entry.id : "", entry.seq]);
      expect(said).toEqual(outcomes.flat().toSorted(([, a], [, b]) => a - b));
      expect((await store.storage.stateOf(conversation))?.conversation.lastSeq).toBe(640);
    });

    it("Q1 one batch of many conversations keeps each one's log apart", async () => {
      const conversations = Array.from({ length: 300 }, newConversation);
      const twice = [...conversations, ...conversations];
      await Promise.all(
        twice.map((conversation, index) => storageOf(index % 7).change(saying(conversation, `m${index}`))),
      );
      const logs = await Promise.all(
        conversations.map((conversation) => store.storage.entriesSince(conversation, 0, 10)),
      );
      for (const log of logs) expect(log.map(({ seq }) => seq)).toEqual([1, 2]);
    });

    it("two processes that open the same conversation at once open it once", async () => {
      for (let round = 0; round < 40; round += 1) {
        const conversation = newConversation();
        const outcomes = await Promise.all(
          ["a", "b"].map((id, index) => storageOf(index).change(saying(conversation, id))),
        );
        expect(outcomes.every((outcome) => outcome.ok && !outcome.duplicate)).toBe(true);
        const log = await store.storage.entriesSince(conversation, 0, 10);
        expect(log.map(({ seq }) => seq)).toEqual([1, 2]);
      }
    });

    it("Q2 the same message sent to two processes at once is stored once", async () => {
      const conversation = newConversation();
      await store.storage.change(saying(conversation, "first"));
      for (let round = 0; round < 40; round += 1) {
        const outcomes = await Promise.all(
          [0, 1, 2, 3].map((index) => storageOf(index).change(saying(conversation, `again-${round}`))),
        );
        expect(outcomes.filter((outcome) => outcome.ok && !outcome.duplicate)).toHaveLength(1);
      }
      expect(await store.storage.entriesSince(conversation, 0, 100)).toHaveLength(41);
    });

    it("changes to the same conversations in crosswise order all go through", async () => {
      const conversations = Array.from({ length: 20 }, newConversation);
      const rounds = Array.from({ length: 20 }, (_, round) => round);
      await Promise.all(
        processes.flatMap((storage, index) =>
          rounds.flatMap((round) =>
            (index === 0 ? conversations : conversations.toReversed()).map((conversation) =>
              storage.change(changing(conversation, { entries: [message(`p${index}-${round}`)] })),
            ),
          ),
        ),
      );
      for (const conversation of conversations) {
        const log = await store.storage.entriesSince(conversation, 0, 100);
        expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, seq) => seq + 1));
      }
    });

    it(`Q5 H51 ${CLAIM_ROUNDS} rounds of 2 to 16 agents who claim one handoff at once: one wins, the others learn who`, async () => {
      for (let round = 0; round < CLAIM_ROUNDS; round += 1) {
        const conversation = newConversation();
        const handoff = handoffOf(conversation);
        await store.storage.change(changing(conversation, { handoff }));
        const names = Array.from({ length: 2 + (round % 15) }, (_, index) => `agent-${index}`);
        const outcomes = await Promise.all(
          names.map((name, index) =>
            storageOf(index + round).change(claiming(conversation, name, handoff.version)),
          ),
        );
        const winners = names.filter((_, index) => outcomes[index]?.ok);
        const told = outcomes.flatMap((outcome) =>
          outcome.ok ? [] : [outcome.refusal.handoff?.assignee?.name],
        );
        const stored = await store.neighbour.handoff(handoff.id);
        expect({ winners, told: new Set(told), version: stored?.version }).toEqual({
          winners: [stored?.assignee?.name],
          told: new Set([stored?.assignee?.name]),
          version: 2,
        });
      }
    });
  });
}
