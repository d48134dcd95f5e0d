/** Whole visits at random: pages that die, lines that break, two tabs, agents who come and go. What was promised holds at the end. */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Control } from "../domain/control.ts";
import type { SendId } from "../domain/id.ts";
import type { LogEntry } from "../domain/log-entry.ts";
import type { RequiredField } from "../domain/required-field.ts";
import { oneBrowser } from "../testing/one-browser.ts";
import type { MemoryConversation } from "../testing/memory-conversation.ts";
import type { Session } from "./session.ts";

/** How often: some in every run of the tests, ten thousand in the long ones. */
const RUNS = (globalThis as { process?: { env: Record<string, string | undefined> } }).process?.env[
  "SOPHIE_SOAK"
]
  ? 10_000
  : 250;

const EMAIL: RequiredField = { key: "email", kind: "email", label: {}, pattern: null };
const HOURS = {
  id: "hours",
  language: "nl",
  question: "Wat zijn de openingstijden?",
  variants: ["Wanneer zijn jullie open?"],
  answer: "Van negen tot vijf.",
} as const;

const TEXTS = [
  "Wanneer zijn jullie open?",
  "Mag mijn hond mee?",
  "Mag ik het bezichtigen?",
  "Kan ik iemand spreken?",
  "ja graag",
  "nee dank u",
  "jan@x.nl",
  "sla over",
  "5",
];

const step = fc.oneof(
  { arbitrary: fc.constantFrom(...TEXTS).map((text) => ({ do: "say", text }) as const), weight: 4 },
  {
    arbitrary: fc
      .constantFrom(
        "ask",
        "demo",
        "accept",
        "give",
        "skip",
        "unhelpful",
        "survey",
        "reload",
        "otherTab",
        "rest",
      )
      .map((name) => ({ do: name }) as const),
    weight: 5,
  },
  {
    arbitrary: fc
      .constantFrom("drop", "freeze", "agentSays", "toSurvey", "close", "collectDue")
      .map((name) => ({ do: name }) as const),
    weight: 2,
  },
);

/** The messages of the visitor that nothing came of: no word, no person, no question that they answered. */
function unheardIn({ log, control }: MemoryConversation): readonly string[] {
  if (control !== "bot") return [];
  const ids = new Set(log.flatMap((entry) => (entry.kind === "message" ? [entry.id] : [])));
  const causes = new Set(log.flatMap((entry) => (entry.kind === "procedure" ? [entry.message] : [])));
  let isAsking = false;
  return log.flatMap((entry) => {
    if (entry.kind === "procedure") isAsking = entry.state === "collecting";
    if (entry.kind !== "message" || entry.author.kind !== "visitor" || isAsking) return [];
    return ids.has(`re:${entry.id}` as SendId) || causes.has(entry.id) ? [] : [entry.text];
  });
}

/** What the bot said while it had no right to. */
function spokenOutOfTurn(log: readonly LogEntry[]): readonly string[] {
  let control: Control = "bot";
  return log.flatMap((entry) => {
    if (entry.kind === "control") control = entry.to;
    if (entry.kind !== "message" || entry.author.kind !== "bot") return [];
    return control === "bot" ? [] : [entry.text];
  });
}

it("F1 F19 Q1 Q14 no silence without a reason, one voice, no message lost, no second handoff for one cause", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      fc.boolean(),
      fc.constantFrom("reopen", "new_conversation"),
      async (steps, asks, afterClose) => {
        const knowledge = [{ ...HOURS, variants: [...HOURS.variants] }];
        const browser = oneBrowser({ knowledge, afterClose, required: asks ? [EMAIL] : [] });
        const { server, pair, saved } = browser;
        let tabs: Session[] = [browser.page()];
        const said: string[] = [];
        for (const [index, next] of steps.entries()) {
          const tab = tabs[index % tabs.length] ?? browser.page();
          const conversation = [...server.conversations.values()].at(-1);
          switch (next.do) {
            case "say":
              said.push(next.text);
              tab.say(next.text);
              break;
            case "ask":
              tab.requestHuman();
              break;
            case "demo":
              tab.choose("request_demo");
              break;
            case "accept":
              if (tab.snapshot.quickReplies.includes("accept_offer")) tab.choose("accept_offer");
              break;
            case "give":
              tab.giveInfo({ email: "jan@x.nl" });
              break;
            case "skip":
              tab.giveInfo({});
              break;
            case "unhelpful": {
              const answer = tab.snapshot.timeline.findLast(
                (item) => item.kind === "message" && item.feedback === "asked",
              );
              if (answer?.kind === "message") tab.giveFeedback(answer.id, false);
              break;
            }
            case "survey":
              tab.answerSurvey({ rating: 4, comment: "" });
              break;
            case "reload":
              for (const each of tabs) each.close();
              tabs = [browser.page()];
              tabs[0]?.open();
              break;
            case "otherTab":
              // Two tabs that both say hello for the first time are two visitors; nobody can open them that fast.
              if (saved.identity?.token && tabs.length < 2) {
                const other = browser.page();
                other.open();
                tabs.push(other);
              }
              break;
            case "rest":
              await browser.rest();
              break;
            case "drop":
              pair.drop();
              break;
            case "freeze":
              pair.freeze();
              break;
            case "agentSays":
              if (conversation !== undefined && conversation.control !== "closed")
                server.agentSays("Ik help u.", conversation);
              break;
            case "toSurvey":
              if (conversation?.control === "human") server.passControl("survey", undefined, conversation);
              break;
            case "close":
              if (conversation?.control === "human") server.passControl("closed", undefined, conversation);
              break;
            case "collectDue":
              if (conversation !== undefined) server.collectDue(conversation);
          }
        }
        // Everything comes back, and there is time.
        await browser.pass(60_000);
        // What was asked and never answered is not waited for any longer.
        for (const conversation of server.conversations.values()) server.collectDue(conversation);
        await browser.pass(30_000);
        const conversations = [...server.conversations.values()];
        const logged = conversations.flatMap(({ log }) =>
          log.filter((entry) => entry.kind === "message" && entry.author.kind === "visitor"),
        );
        expect(saved.items()).toEqual([]);
        // A figure may have been an answer to the survey; a press on yes is said, too.
        const spoken = logged.flatMap((entry) => (entry.kind === "message" ? [entry.text] : []));
        for (const text of TEXTS.filter((each) => each !== "5")) {
          const isPress = text === "ja graag";
          const times = spoken.filter((each) => each === text).length;
          expect([text, times]).toEqual([
            text,
            isPress ? times : said.filter((each) => each === text).length,
          ]);
        }
        for (const conversation of conversations) {
          expect(spokenOutOfTurn(conversation.log)).toEqual([]);
          expect(unheardIn(conversation)).toEqual([]);
          const replies = conversation.log.flatMap((entry) =>
            entry.kind === "message" && entry.author.kind === "bot" ? [entry.id] : [],
          );
          expect(new Set(replies).size).toBe(replies.length);
        }
        const requests = server.handoffs.map(({ conversation, id }) => `${conversation} ${id}`);
        expect(new Set(requests).size).toBe(requests.length);
        for (const each of tabs) each.close();
      },
    ),
    { numRuns: RUNS },
  );
}, 1_800_000);
