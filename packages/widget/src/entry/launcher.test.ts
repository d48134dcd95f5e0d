/** From one script tag to a reply, over the real browser interfaces, with the network answered at its edge. */
import type { SiteConfig } from "@sophie/engine";
import { aSite, keywordDetector, MemoryServer, SocketPair, type ServerEnd } from "@sophie/engine/testing";
import { fireEvent, within } from "@testing-library/preact";
import { http, HttpResponse, ws } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { mountSophie, type Widget } from "../index.ts";

/** The page's own, so that no simulated browser asks before it asks. */
const ORIGIN = location.origin;
const edge = setupServer();
let widget: Widget | undefined;
let server: MemoryServer;

beforeAll(() => edge.listen({ onUnhandledFrame: "error" }));
afterAll(() => edge.close());

beforeEach(() => {
  const pair = new SocketPair();
  server = new MemoryServer(pair, {
    clock: { now: () => Date.now(), after: () => () => {} },
    detector: keywordDetector({ medewerker: "human_request" }),
  });
  edge.use(
    ws
      .link(`${ORIGIN.replace("http", "ws")}/sockets/visitor/demo`)
      .addEventListener("connection", ({ client }) => {
        const end: ServerEnd = {
          onFrame: () => {},
          onClosed: () => {},
          send: (frame) => client.send(frame),
          close: (code) => client.close(code),
        };
        client.addEventListener("message", ({ data }) => end.onFrame(typeof data === "string" ? data : ""));
        client.addEventListener("close", () => end.onClosed());
        pair.onConnection(end);
      }),
  );
});

afterEach(() => {
  widget?.destroy();
  edge.resetHandlers();
  localStorage.clear();
});

function siteAnswers(answer: () => Response): () => number {
  let asked = 0;
  edge.use(
    http.get(`${ORIGIN}/api/sites/demo`, () => {
      asked++;
      return answer();
    }),
  );
  return () => asked;
}

const demo = () => HttpResponse.json(aSite({ id: "demo" as SiteConfig["id"] }));
/** The panel is imported while the test waits, which takes a moment the first time. */
const soon = <T>(look: () => T) => vi.waitFor(look, 20_000);
const mount = () => (widget = mountSophie({ origin: `${ORIGIN}/`, site: "demo" }));
const root = () => document.querySelector("sophie-chat")?.shadowRoot;
const inside = () => {
  const shadow = root();
  if (!shadow) throw new Error("The widget is not drawn.");
  // Its queries take any root; its types do not know that.
  return within(shadow as unknown as HTMLElement);
};
const launcher = () => soon(() => inside().getByRole("button", { name: "Open chat" }));

describe("the widget from npm", () => {
  it("draws the launcher, opens on a press, sends what is written and shows the reply", async () => {
    siteAnswers(demo);
    mount();
    fireEvent.click(await launcher());
    const field = await soon(() => inside().getByRole("textbox"));
    fireEvent.input(field, { target: { value: "medewerker?" } });
    fireEvent.keyDown(field, { key: "Enter" });
    await soon(() => inside().getByRole("heading", { name: "A colleague will join you" }));
    server.agentSays("Good afternoon.");
    await soon(() => inside().getByText("Good afternoon."));
    expect(server.saidIn()[0]).toBe("visitor: medewerker?");
  });

  it("mounting twice does nothing the second time", async () => {
    const asked = siteAnswers(demo);
    const first = mount();
    expect(mountSophie({ origin: ORIGIN, site: "other" })).toBe(first);
    await launcher();
    expect({ asked: asked(), elements: document.querySelectorAll("sophie-chat").length }).toEqual({
      asked: 1,
      elements: 1,
    });
  });

  it("opened before it is drawn, it opens as soon as it can", async () => {
    siteAnswers(demo);
    mount().open();
    expect(await soon(() => inside().getByRole("textbox"))).toBeTruthy();
  });

  it("closed again before the panel came, it stays closed", async () => {
    siteAnswers(demo);
    const mounted = mount();
    mounted.open();
    mounted.close();
    await launcher();
    expect(inside().queryByRole("dialog")).toBeNull();
  });

  it("destroyed, it leaves nothing behind, even while it is being drawn", async () => {
    const asked = siteAnswers(demo);
    mount().destroy();
    await soon(() => expect(asked()).toBe(1));
    await Promise.resolve();
    expect(document.querySelector("sophie-chat")).toBeNull();
  });

  it("a site that the server does not know draws nothing", async () => {
    const asked = siteAnswers(() => HttpResponse.json(null, { status: 404 }));
    mount();
    await soon(() => expect(asked()).toBe(1));
    expect(document.querySelector("sophie-chat")).toBeNull();
  });

  it("a server that is away is asked again later", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    let isAway = true;
    const asked = siteAnswers(() => (isAway ? HttpResponse.json(null, { status: 503 }) : demo()));
    mount();
    await vi.waitUntil(() => asked() === 1 && vi.getTimerCount() > 0);
    isAway = false;
    vi.advanceTimersByTime(30_000);
    vi.useRealTimers();
    expect(await launcher()).toBeTruthy();
  });
});
