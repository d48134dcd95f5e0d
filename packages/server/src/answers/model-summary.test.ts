/** Summaries by a language model, behind their option: every line cites, and whatever fails leaves what the rules made. */
import type { Handoff } from "@sophie/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Behaviour,
  type ModelEndpoint,
  refuses,
  says,
  startModelEndpoint,
} from "../testing/model-endpoint.ts";
import { startTestServer, type TestServer, type TestServerOptions } from "../testing/test-server.ts";
import { newConversationId, newSendId } from "../testing/test-socket.ts";

let endpoint: ModelEndpoint;
let server: TestServer;
const environment = () => ({
  SOPHIE_AI_URL: endpoint.url,
  SOPHIE_AI_MODEL: "small-instruct",
  SOPHIE_AI_TIMEOUT_MS: "500",
});
beforeAll(async () => {
  endpoint = await startModelEndpoint();
  server = await startTestServer({ environment: { ...environment(), SOPHIE_AI_SUMMARIES: "on" } });
});
afterAll(async () => {
  await server.close();
  await endpoint.close();
});

/** A visitor who asks about a kitchen and then for a person; answers with the handoff as it is at once. */
async function called(behaviour: Behaviour, at = server) {
  endpoint.behaviour = behaviour;
  endpoint.heard.splice(0);
  const visitor = await at.visitor();
  const conversation = newConversationId();
  const messages = [newSendId(), newSendId()] as const;
  const texts = ["Ik zoek iets als Dorpstraat 15.", "Kan de keuken verbouwd worden?"];
  for (const [place, id] of messages.entries())
    await visitor.ask({ type: "send-message", id, conversation, text: texts[place] ?? "" });
  const request = {
    type: "request-handoff",
    trigger: "human_request",
    source: "button",
    message: null,
  } as const;
  expect(await visitor.ask({ ...request, id: newSendId(), conversation })).toBe("accepted");
  const handoff = async () => (await at.storage.stateOf(conversation))?.handoff as Handoff;
  return { messages, handoff };
}

describe("R33 H62 a summary by the model", () => {
  it("replaces that of the rules, under the same version, with every line cited", async () => {
    const { messages, handoff } = await called(
      says(
        "SOUGHT: Een huis zoals Dorpstraat 15 [1]\nOBJECT: Dorpstraat 15 [1]\n",
        "QUESTION: Of de keuken verbouwd kan worden [2]\nOBJECTION: Vindt 450.000 te duur [2]\n",
        "OBJECTION: Niets van gezegd [9]\nQUESTION: zonder bron\nHet weer is mooi.\n",
      ),
    );
    await expect.poll(async () => (await handoff()).summary.by).toBe("model");
    const { summary, version } = await handoff();
    expect(version).toBe(1);
    expect(summary).toMatchObject({
      sought: { text: "Een huis zoals Dorpstraat 15", cites: [{ id: messages[0] }] },
      objects: [{ text: "Dorpstraat 15", cites: [{ id: messages[0] }] }],
      questions: [{ text: "Of de keuken verbouwd kan worden", cites: [{ id: messages[1] }] }],
      objections: [],
    });
    expect(summary.lines).toHaveLength(2);
    expect(summary.opener).toContain("Dorpstraat 15");
  });

  it.each<[string, Behaviour]>([
    ["refuses", refuses(500)],
    ["hangs", () => {}],
    ["writes nothing that cites", says("De bezoeker zoekt een huis.")],
    ["closes", (response) => void response.destroy()],
  ])(
    "H62 an endpoint that %s holds up no handoff, and leaves what the rules made",
    async (_what, behaviour) => {
      const { handoff } = await called(behaviour);
      await expect.poll(() => endpoint.heard.length).toBe(1);
      const { summary, status } = await handoff();
      expect([status, summary.by]).toEqual(["pending", "rules"]);
      expect(summary.objects[0]?.text).toBe("Dorpstraat 15");
      expect(summary.questions[0]?.text).toContain("keuken");
    },
  );

  it("is not asked for unless the option says so", async () => {
    const options: TestServerOptions = { environment: environment() };
    const plain = await startTestServer(options);
    const { handoff } = await called(says("SOUGHT: Iets [1]"), plain);
    expect((await handoff()).summary.by).toBe("rules");
    await plain.close();
    expect(endpoint.heard).toEqual([]);
  });
});
