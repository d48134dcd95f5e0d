/** The way to a person in a real browser: two things to do at most, in every form that it takes, and for everybody (Q24). */
import type { ContactChannel, RequiredField } from "@sophie/engine";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { violationsOf } from "./fixtures/axe.ts";
import { composer, focused, log, openChat, pendingCard, say, showWidget } from "./fixtures/widget-page.ts";

const EMAIL: RequiredField = { key: "email", kind: "email", label: {}, pattern: null };
const VISIT: RequiredField = {
  key: "visit",
  kind: "text",
  label: { nl: "Wanneer wilt u komen?" },
  pattern: null,
};
const required = [EMAIL, VISIT];
const policy = { paused: false, address: "formal", unknownLimit: 2, asksFeedback: true } as const;
const ASKING = {
  required,
  handoff: {
    ...policy,
    ignored: [],
    channels: [],
    collect: { human_request: required, demo_request: required },
  },
};
const CHANNELS: ContactChannel[] = [
  { kind: "whatsapp", number: "+31612345678", label: {} },
  { kind: "phone", number: "+31201234567", label: { nl: "Bel het kantoor" } },
  { kind: "mail", address: "info@example.nl", label: {} },
  { kind: "link", url: "https://example.nl/contact", label: {} },
  { kind: "callback", label: {} },
];

const askCard = (page: Page) => log(page).getByRole("region", { name: "Nog even dit" });
const button = (page: Page, name: string) => log(page).getByRole("button", { name, exact: true });

function announced(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      document.querySelector("sophie-chat")?.shadowRoot?.querySelector("[aria-live=polite]")?.textContent ??
      "",
  );
}

describe("asking for a person", () => {
  it("T33 from “ik wil iemand spreken” to the confirmation: one thing to do, and two seconds at most", async () => {
    const { page } = await showWidget();
    await openChat(page);
    const since = Date.now();
    await say(page, "Ik wil iemand spreken");
    await pendingCard(page).waitFor();
    expect(Date.now() - since).toBeLessThan(2_000);
  });

  it("T33 F12 where something is asked first: two, of which the second is a press that skips it", async () => {
    const { page, host } = await showWidget({ site: ASKING });
    await openChat(page);
    await say(page, "Ik wil iemand spreken");
    await askCard(page).waitFor();
    await expect.poll(() => announced(page)).toBe("Nog even dit: E-mailadres, Wanneer wilt u komen?.");
    await button(page, "Overslaan").click();
    await pendingCard(page).waitFor();
    expect(host.server.handoffs).toMatchObject([{ trigger: "human_request", info: {} }]);
  });

  it("F26 a demo is one press away, from the first moment on, by the site's own name for it", async () => {
    const { page, host } = await showWidget({ site: { productNouns: ["bezichtiging"] } });
    await openChat(page);
    await button(page, "bezichtiging aanvragen").click();
    await pendingCard(page).waitFor();
    expect(host.server.handoffs).toMatchObject([{ trigger: "demo_request", source: "button" }]);
  });

  it("F10 F12 what is filled in is looked at once, said to be wrong beside its field, and never in the way twice", async () => {
    const { page, host } = await showWidget({ site: ASKING });
    await openChat(page);
    await say(page, "Ik wil iemand spreken");
    const email = askCard(page).getByLabel("E-mailadres");
    await email.fill("jan@");
    await askCard(page).getByLabel("Wanneer wilt u komen?").fill("zaterdag");
    await email.press("Enter");
    await expect.poll(() => email.getAttribute("aria-invalid")).toBe("true");
    expect(await email.evaluate((field) => (field.getRootNode() as ShadowRoot).activeElement === field)).toBe(
      true,
    );
    const describedBy = await email.getAttribute("aria-describedby");
    expect(await askCard(page).locator(`#${describedBy}`).textContent()).toBe("Dit klopt zo niet.");
    await email.press("Enter");
    await pendingCard(page).waitFor();
    expect(host.server.handoffs).toMatchObject([{ info: { visit: "zaterdag" } }]);
  });

  it("F10 the answer may be written where everything is written", async () => {
    const { page, host } = await showWidget({ site: ASKING });
    await openChat(page);
    await say(page, "Ik wil iemand spreken");
    await askCard(page).waitFor();
    await say(page, "jan@example.nl");
    await log(page).getByText("Ik heb nog nodig: Wanneer wilt u komen?").waitFor();
    expect(await askCard(page).getByLabel("E-mailadres").inputValue()).toBe("jan@example.nl");
    await say(page, "liever niet");
    await pendingCard(page).waitFor();
    expect(host.server.handoffs).toMatchObject([{ info: { email: "jan@example.nl" } }]);
  });

  it("F2 the question is still there on the next page", async () => {
    const { page, host } = await showWidget({ site: ASKING });
    await openChat(page);
    await say(page, "Ik wil iemand spreken");
    await askCard(page).waitFor();
    await page.reload();
    await openChat(page);
    await askCard(page).waitFor();
    await button(page, "Doorgeven").click();
    await pendingCard(page).waitFor();
    expect(host.server.handoffs).toHaveLength(1);
  });
});

describe("an answer that did not help", () => {
  it("F7 a press on no offers a person, and a press on yes gets one", async () => {
    const { page, host } = await showWidget();
    await openChat(page);
    await say(page, "Wat zijn de openingstijden?");
    await button(page, "Was dit nuttig? Nee").click();
    await log(page).getByText("Jammer dat dat niet hielp.").waitFor();
    await button(page, "Ja, graag").click();
    await pendingCard(page).waitFor();
    expect(host.server.handoffs).toMatchObject([{ trigger: "feedback" }]);
  });
});

describe("what was arranged", () => {
  it("T20 T23 the other ways are links of a known kind, in the site's order, and a number can be left", async () => {
    const { page, host } = await showWidget();
    await openChat(page);
    await say(page, "Ik wil iemand spreken");
    await pendingCard(page).waitFor();
    const text = "Wij zijn er maandag om 09:00 weer.";
    host.server.notify({ kind: "notice", notice: "unavailable", text, channels: CHANNELS, until: 1 });
    await log(page).getByText(text).waitFor();
    const links = await log(page)
      .getByRole("listitem")
      .getByRole("link")
      .evaluateAll((found) => found.map((link) => link.getAttribute("href")));
    expect(links).toEqual([
      "https://wa.me/31612345678",
      "tel:+31201234567",
      "mailto:info@example.nl",
      "https://example.nl/contact",
    ]);
    await log(page).getByLabel("Bel mij terug").fill("06 12345678");
    await button(page, "Bel mij").click();
    await log(page).getByText("We bellen u terug op 06 12345678.").waitFor();
    await expect
      .poll(() => host.server.heard.findLast(({ type }) => type === "request-handoff"))
      .toMatchObject({ info: { callback: "06 12345678" } });
  });

  it("where the visitor stands is said, with how long only if that is known", async () => {
    const { page, host } = await showWidget();
    await openChat(page);
    await say(page, "Ik wil iemand spreken");
    await pendingCard(page).waitFor();
    host.server.tellPosition(2, null);
    await log(page).getByText("Er is nog 1 wachtende voor u.").waitFor();
    expect(await log(page).getByText("ongeveer").count()).toBe(0);
    host.server.tellPosition(1, { fromMs: 60_000, toMs: 180_000 });
    await log(page).getByText("Dit duurt ongeveer 1 tot 3 min.").waitFor();
  });
});

describe("the end", () => {
  it("F24 the survey is answered by keyboard, once, and thanked for", async () => {
    const { page, host } = await showWidget();
    await openChat(page);
    await say(page, "Ik wil iemand spreken");
    await pendingCard(page).waitFor();
    host.server.agentSays("Geregeld.");
    host.server.passControl("survey");
    await log(page).getByRole("radio").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await log(page).getByLabel("Wat wilt u erbij zeggen?").fill("Snel geholpen");
    await button(page, "Verzenden").click();
    await log(page).getByText("Dank u wel").waitFor();
    expect(host.server.only.log.filter(({ kind }) => kind === "survey")).toMatchObject([
      { rating: 3, comment: "Snel geholpen" },
    ]);
    expect(host.server.only.control).toBe("closed");
  });
});

describe("for everybody", () => {
  it.each([
    ["light", "formal"],
    ["dark", "informal"],
  ] as const)(
    "Q24 axe finds nothing in the cards, %s, and nothing scrolls sideways at 320 px",
    async (colorScheme, address) => {
      const { page, host } = await showWidget({
        site: { ...ASKING, handoff: { ...ASKING.handoff, address } },
        browser: { colorScheme, reducedMotion: "reduce", viewport: { width: 320, height: 640 } },
      });
      const you = address === "formal" ? "u" : "je";
      const isFine = async () => {
        expect(await violationsOf(page)).toEqual([]);
        expect(await log(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
      };
      await openChat(page);
      await log(page).getByText(`Waarmee kan ik ${you} helpen?`).waitFor();
      await say(page, "Wat zijn de openingstijden?");
      await log(page).getByText("Was dit nuttig?").waitFor();
      await isFine();
      await say(page, "Ik wil iemand spreken");
      await askCard(page).getByLabel("E-mailadres").fill("jan@");
      await button(page, "Doorgeven").click();
      await isFine();
      await button(page, "Overslaan").click();
      await pendingCard(page).waitFor();
      const notice = { kind: "notice", notice: "unavailable", text: "Morgen weer." } as const;
      host.server.notify({ ...notice, channels: CHANNELS, until: 1 });
      await log(page).getByText("Morgen weer.").waitFor();
      await button(page, "Bel mij").click();
      await isFine();
      host.server.agentSays("Geregeld.");
      host.server.passControl("survey");
      await log(page).getByRole("radio").nth(4).check({ force: true });
      await isFine();
      await composer(page).focus();
      expect(await focused(page)).toBe("Bericht");
    },
  );
});

it("the visitor's language: words in another than the page's change the panel's words, too", async () => {
  const { page } = await showWidget();
  await openChat(page);
  await say(page, "Hello, I would like to know what the price is please");
  await log(page).getByRole("button", { name: "Talk to a person" }).waitFor();
  await page.getByRole("textbox", { name: "Message" }).waitFor();
  await expect.poll(() => log(page).getByText("I am not sure about that.").count()).toBe(1);
});
