/** The built widget for everybody: without a mouse, without eyes, on a small screen, in the dark, right to left (Q24). */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { violationsOf } from "./fixtures/axe.ts";
import {
  composer,
  focused,
  launcher,
  log,
  openChat,
  panel,
  pendingCard,
  say,
  showWidget,
} from "./fixtures/widget-page.ts";

const SMALL = { viewport: { width: 320, height: 568 }, reducedMotion: "reduce" } as const;

/** What a screen reader was told last. */
function announced(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      document.querySelector("sophie-chat")?.shadowRoot?.querySelector("[aria-live=polite]")?.textContent ??
      "",
  );
}

describe("without a mouse", () => {
  it("Q24 opens, writes, asks for a person and closes by keyboard, and the focus comes back", async () => {
    const { page, host } = await showWidget();
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Chat openen");
    await page.keyboard.press("Enter");
    await composer(page).waitFor();
    await expect.poll(() => focused(page)).toBe("Bericht");
    await page.keyboard.type("Eerste regel");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("tweede regel");
    await page.keyboard.press("Enter");
    await log(page).getByText("verzonden").waitFor();
    expect(host.server.saidIn()[0]).toBe("visitor: Eerste regel\ntweede regel");
    expect(await focused(page)).toBe("Bericht");
    await page.keyboard.press("Shift+Tab");
    await expect.poll(() => focused(page)).toBe("Spreek een medewerker");
    await page.keyboard.press("Enter");
    await pendingCard(page).waitFor();
    await composer(page).focus();
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("Chat openen");
    expect(await panel(page).isVisible()).toBe(false);
  });

  it("Q24 on a small screen the panel covers the page, and Tab stays inside it", async () => {
    const { page } = await showWidget({ browser: SMALL });
    await openChat(page);
    expect(await panel(page).boundingBox()).toEqual({ x: 0, y: 0, width: 320, height: 568 });
    const stops = new Set<string>();
    for (let step = 0; step < 8; step++) {
      await page.keyboard.press("Tab");
      stops.add((await focused(page)) ?? "outside");
    }
    expect([...stops].toSorted()).toEqual([
      "Bericht",
      "Chat met Van Leeuwen",
      "Chat sluiten",
      "Demo aanvragen",
      "Spreek een medewerker",
    ]);
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("Chat openen");
  });
});

describe("without eyes", () => {
  it("Q24 what is added is said once, in whole sentences", async () => {
    const { page, host } = await showWidget();
    await openChat(page);
    await say(page, "Ik wil een medewerker spreken");
    await expect.poll(() => announced(page)).toMatch(/^Een medewerker komt erbij\. Uw vraag/);
    host.server.agentSays("Goedemiddag.");
    await expect.poll(() => announced(page)).toMatch(/Ana: Goedemiddag\.$/);
  });

  it.each(["light", "dark"] as const)(
    "Q24 axe finds nothing, %s: closed, open, in conversation, without a line",
    async (colorScheme) => {
      const { page, host } = await showWidget({ browser: { colorScheme, reducedMotion: "reduce" } });
      expect(await violationsOf(page)).toEqual([]);
      await openChat(page);
      expect(await violationsOf(page)).toEqual([]);
      await say(page, "Is er een tuin? https://example.com");
      await log(page).getByText("verzonden").waitFor();
      await say(page, "Ik wil een medewerker spreken");
      await pendingCard(page).waitFor();
      expect(await violationsOf(page)).toEqual([]);
      host.server.agentSays("Goedemiddag.");
      host.server.agentTypes(true);
      await log(page).getByText("Ana typt").waitFor();
      host.goAway();
      await page.getByText("Geen verbinding.").waitFor();
      expect(await violationsOf(page)).toEqual([]);
    },
  );
});

describe("on any screen", () => {
  it("Q24 nothing scrolls sideways at 320 px, however long a word is", async () => {
    const { page } = await showWidget({ browser: SMALL });
    await openChat(page);
    await say(page, "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz".repeat(3));
    const [scrolled, shown] = await log(page).evaluate((element) => [
      element.scrollWidth,
      element.clientWidth,
    ]);
    expect(scrolled).toBe(shown);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it("Q24 the newest message stays in sight while the field grows", async () => {
    const { page } = await showWidget({ browser: SMALL });
    await openChat(page);
    await say(page, "Eerst iets kleins");
    await composer(page).fill("regel\n".repeat(8));
    await expect
      .poll(() =>
        log(page).evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight),
      )
      .toBeLessThan(2);
  });

  it("fingers get 44 px, and a field that iOS does not zoom into", async () => {
    const { page } = await showWidget({ browser: { ...SMALL, hasTouch: true, isMobile: true } });
    await launcher(page).tap();
    await composer(page).waitFor();
    const sizes = await panel(page)
      .getByRole("button")
      .evaluateAll((buttons) => buttons.map((button) => Math.round(button.getBoundingClientRect().height)));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
    expect(await composer(page).evaluate((field) => getComputedStyle(field).fontSize)).toBe("16px");
  });

  it("right to left, everything stands on the other side", async () => {
    const { page } = await showWidget({ html: { dir: "rtl" } });
    expect((await launcher(page).boundingBox())?.x).toBe(16);
    await openChat(page);
    expect((await panel(page).boundingBox())?.x).toBe(16);
  });
});
