/** The contract of `change`: what is written, what is refused, and what a retry finds. */
import { AgentId, SendId, accept, refuse } from "@sophie/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  changing,
  madeContact,
  handoffOf,
  madeOf,
  message,
  newConversation,
  saying,
  SITE,
  VISITOR,
} from "../testing/builders.ts";
import type { ContractStore, OpenContractStore } from "./contract-store.ts";

export function describeChanges(open: OpenContractStore): void {
  describe("change", () => {
    let store: ContractStore;
    beforeAll(async () => void (store = await open()));
    afterAll(() => store.close());

    it("opens a conversation under control of the bot, with its first entry at seq 1", async () => {
      const conversation = newConversation();
      store.clock.nowMs = 5_000;
      const { entries, state } = madeOf(await store.storage.change(saying(conversation, "m1", "Hallo")));
      expect(entries).toEqual([
        { kind: "message", id: "m1", author: { kind: "visitor" }, text: "Hallo", seq: 1, at: 5_000 },
      ]);
      expect(state).toEqual({
        conversation: {
          id: conversation,
          site: SITE,
          visitor: VISITOR,
          language: "nl",
          control: "bot",
          lastSeq: 1,
          preview: "Hallo",
          createdAt: 5_000,
          updatedAt: 5_000,
        },
        controller: null,
        composer: null,
        handoff: null,
      });
      expect(await store.storage.stateOf(conversation)).toEqual(state);
    });

    it("N9 keeps who writes an answer, and takes a conversation for no newer one because of it", async () => {
      const conversation = newConversation();
      const said = madeOf(await store.storage.change(saying(conversation, "m1")));
      const composer = { holder: { id: AgentId.parse("ana"), name: "Ana" }, until: 9_000 };
      store.clock.nowMs += 1_000;
      const held = madeOf(await store.storage.change(changing(conversation, { composer })));
      expect(held.state).toEqual({ ...said.state, composer });
      expect(await store.storage.stateOf(conversation)).toEqual(held.state);
      const more = madeOf(await store.storage.change(saying(conversation, "m2")));
      expect(more.state.composer).toEqual(composer);
      await store.storage.change(changing(conversation, { composer: null }));
      expect((await store.storage.stateOf(conversation))?.composer).toBe(null);
    });

    it("gives a rule the state that the change before it left, in the same batch too", async () => {
      const conversation = newConversation();
      const seen: (number | null)[] = [];
      const look = (id: string) => ({
        ...saying(conversation, id),
        decide(...[state, at]: Parameters<ReturnType<typeof saying>["decide"]>) {
          seen.push(state === null ? null : state.conversation.lastSeq);
          return saying(conversation, id).decide(state, at);
        },
      });
      await Promise.all([look("a"), look("b"), look("c")].map((request) => store.storage.change(request)));
      expect(seen.slice(-3)).toEqual([null, 1, 2]);
    });

    it("appends the entries of one change side by side, and only the first has to carry the request's id", async () => {
      const conversation = newConversation();
      const { entries } = madeOf(
        await store.storage.change(
          changing(conversation, { entries: [message("visitor-1"), message("bot-1")] }, "visitor-1"),
        ),
      );
      expect(entries.map(({ seq }) => seq)).toEqual([1, 2]);
      expect(await store.storage.entryById(conversation, SendId.parse("bot-1"))).toEqual(entries[1]);
    });

    it("Q2 answers a second send of the same id as a success, with the place of the first, and writes nothing", async () => {
      const conversation = newConversation();
      await store.storage.change(saying(conversation, "before"));
      const outcomes = await Promise.all(
        [1, 2, 3].map(() => store.storage.change(saying(conversation, "again"))),
      );
      outcomes.push(await store.storage.change(saying(conversation, "again", "Another text.")));
      expect(outcomes.map((outcome) => outcome.ok && outcome.duplicate)).toEqual([false, true, true, true]);
      expect(outcomes.at(-1)).toEqual({ ok: true, duplicate: true, conversation, seq: 2 });
      expect(await store.storage.entriesSince(conversation, 0, 10)).toHaveLength(2);
    });

    it("Q2 knows the id of a change whose first entry is no message", async () => {
      const conversation = newConversation();
      await store.storage.change(saying(conversation, "m1"));
      const closing = changing(
        conversation,
        {
          entries: [{ kind: "control", from: "bot", to: "closed", by: { kind: "visitor" }, handoff: null }],
          control: "closed",
        },
        "close-1",
      );
      await store.storage.change(closing);
      expect(await store.storage.change(closing)).toEqual({
        ok: true,
        duplicate: true,
        conversation,
        seq: 2,
      });
    });

    it("Q2 lets two conversations use the same id", async () => {
      const [one, other] = [newConversation(), newConversation()];
      await store.storage.change(saying(one, "same"));
      expect(madeOf(await store.storage.change(saying(other, "same"))).entries).toHaveLength(1);
    });

    it("writes nothing when a rule refuses, and answers with the refusal", async () => {
      const [known, unknown] = [newConversation(), newConversation()];
      await store.storage.change(saying(known, "m1"));
      const before = await store.storage.stateOf(known);
      for (const conversation of [known, unknown]) {
        const outcome = await store.storage.change({
          conversation,
          id: SendId.parse("refused"),
          decide: () => refuse("conversation_closed"),
        });
        expect(outcome).toMatchObject({ ok: false, refusal: { code: "conversation_closed" } });
      }
      expect(await store.storage.stateOf(known)).toEqual(before);
      expect(await store.storage.stateOf(unknown)).toBeNull();
      expect(madeOf(await store.storage.change(saying(known, "refused"))).entries).toHaveLength(1);
    });

    it("rejects only the request whose rule throws, not its neighbours in the batch", async () => {
      const conversation = newConversation();
      const settled = await Promise.allSettled([
        store.storage.change(saying(conversation, "m1")),
        store.storage.change({
          conversation,
          id: null,
          decide: () => {
            throw new Error("A fault in a rule.");
          },
        }),
        store.storage.change(saying(conversation, "m2")),
      ]);
      expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
      expect((await store.storage.entriesSince(conversation, 0, 10)).map(({ seq }) => seq)).toEqual([1, 2]);
    });

    it("rejects only the request that the database refuses, not its neighbours in the batch", async () => {
      const [one, other] = [newConversation(), newConversation()];
      const settled = await Promise.allSettled([
        store.storage.change(saying(one, "m1")),
        // The contact names a handoff that was never stored.
        store.storage.change(
          changing(other, { entries: [message("m2")], contact: madeContact(handoffOf(other)) }, "m2"),
        ),
        store.storage.change(saying(one, "m3")),
      ]);
      expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
      expect(await store.storage.stateOf(other)).toBeNull();
      expect((await store.storage.entriesSince(one, 0, 10)).map(({ seq }) => seq)).toEqual([1, 2]);
    });

    it("rejects `open` where there is a conversation, and its absence where there is none", async () => {
      const [known, unknown] = [newConversation(), newConversation()];
      await store.storage.change(saying(known, "m1"));
      const openAgain = changing(known, { open: { site: SITE, visitor: VISITOR, language: "nl" } });
      await expect(store.storage.change(openAgain)).rejects.toThrow(/exists/u);
      const neverOpened = {
        conversation: unknown,
        id: null,
        decide: () => accept({ entries: [message("m1")] }),
      };
      await expect(store.storage.change(neverOpened)).rejects.toThrow(/no conversation/u);
    });

    it("rejects a first message that does not carry the request's id", async () => {
      const request = changing(newConversation(), { entries: [message("one")] }, "other");
      await expect(store.storage.change(request)).rejects.toThrow(/id/u);
    });

    it("does not let a conversation's time go back when the machine's clock does", async () => {
      const conversation = newConversation();
      store.clock.nowMs = 9_000;
      await store.storage.change(saying(conversation, "m1"));
      store.clock.nowMs = 7_000;
      await store.storage.change(saying(conversation, "m2"));
      store.clock.nowMs = 9_500;
      await store.storage.change(saying(conversation, "m3"));
      const entries = await store.storage.entriesSince(conversation, 0, 10);
      expect(entries.map(({ at }) => at)).toEqual([9_000, 9_000, 9_500]);
    });

    it("shows the last thing said, cut to 120 characters and never within one", async () => {
      const conversation = newConversation();
      const preview = async (text: string, id: string) =>
        madeOf(await store.storage.change(saying(conversation, id, text))).state.conversation.preview;
      expect(await preview("Mag ik iets vragen?", "m1")).toBe("Mag ik iets vragen?");
      expect(await preview("x".repeat(400), "m2")).toBe("x".repeat(120));
      expect(await preview(`${"x".repeat(119)}🏠 en meer`, "m3")).toBe("x".repeat(119));
      const { state } = madeOf(await store.storage.change(changing(conversation, { control: "closed" })));
      expect(state.conversation.preview).toBe("x".repeat(119));
    });

    it("keeps every character that a visitor can send", async () => {
      const conversation = newConversation();
      const text = "NUL \0, half a pair \uD83C, é, 🏠, ' \" \\ {a,NULL} \n\u2028";
      await store.storage.change(saying(conversation, "m1", text));
      expect(await store.storage.entriesSince(conversation, 0, 10)).toMatchObject([{ text }]);
    });

    it("names a controller only while a person has control", async () => {
      const conversation = newConversation();
      const agent = AgentId.parse("agent-1");
      await store.storage.change(saying(conversation, "m1"));
      await store.storage.change(changing(conversation, { control: "human", controller: agent }));
      expect(await store.storage.stateOf(conversation)).toMatchObject({
        controller: agent,
        conversation: { control: "human" },
      });
      await store.storage.change(changing(conversation, { control: "closed" }));
      expect(await store.storage.stateOf(conversation)).toMatchObject({ controller: null });
    });

    it("does nothing, and succeeds, when a rule has nothing to say", async () => {
      const conversation = newConversation();
      await store.storage.change(saying(conversation, "m1"));
      const before = await store.storage.stateOf(conversation);
      store.clock.nowMs += 1_000;
      const outcome = madeOf(await store.storage.change(changing(conversation, {})));
      expect(outcome).toMatchObject({ entries: [], handoffChanged: false });
      expect(await store.storage.stateOf(conversation)).toEqual(before);
    });

    it("answers what was on its way when it closes, and takes nothing after", async () => {
      const closing = await open();
      const conversation = newConversation();
      const onItsWay = Array.from({ length: 600 }, (_, index) =>
        closing.storage.change(saying(conversation, `m${index}`)),
      );
      await closing.storage.close();
      expect((await Promise.all(onItsWay)).every(({ ok }) => ok)).toBe(true);
      expect(await closing.neighbour.entriesSince(conversation, 599, 10)).toHaveLength(1);
      await expect(closing.storage.change(saying(conversation, "late"))).rejects.toThrow(/closed/u);
      await closing.close();
    });
  });
}
