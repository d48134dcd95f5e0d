/** What is measured inside of the page itself, where the clock is the one that people see by. */
import type { Page } from "playwright-core";

/** From the navigation until the list moved its focus at a key: it is there, and it listens. */
export async function untilInteractive(page: Page): Promise<number> {
  await page.addInitScript(() => {
    const ready = new Promise<number>((resolve) => {
      function look(): void {
        document.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
        const isTaken = document.activeElement?.closest(".rows") != null;
        if (isTaken) resolve(performance.now());
        else setTimeout(look, 4);
      }
      look();
    });
    Reflect.set(window, "benchReady", ready);
  });
  await page.reload();
  return page.evaluate(async () => Number(await Reflect.get(window, "benchReady")));
}

/** Begins to note when rows come, by a text in them: epoch ms at the frame in which they are drawn. */
export async function noteArrivals(page: Page): Promise<void> {
  await page.evaluate(() => {
    const arrived = new Map<string, number>();
    Reflect.set(window, "benchArrived", arrived);
    const list = document.querySelector(".pane-scroll");
    new MutationObserver(() => {
      for (const row of document.querySelectorAll(".row")) {
        const [, number] = /nummer (\d+)/.exec(row.textContent ?? "") ?? [];
        if (number === undefined || arrived.has(number)) continue;
        const box = row.getBoundingClientRect();
        if (box.bottom < 0 || box.top > innerHeight) continue;
        arrived.set(number, Number.NaN);
        requestAnimationFrame(() => setTimeout(() => arrived.set(number, Date.now())));
      }
    }).observe(list ?? document.body, { childList: true, subtree: true, characterData: true });
  });
}

/** Waits until the row with this number has been drawn; epoch ms. */
export function arrivalOf(page: Page, number: number): Promise<number> {
  // Not `waitForFunction`, which evaluates text: the page's policy forbids that.
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        function look(): void {
          const at = (Reflect.get(window, "benchArrived") as Map<string, number>).get(wanted);
          if (at === undefined || Number.isNaN(at)) setTimeout(look, 10);
          else resolve(at);
        }
        look();
      }),
    String(number),
  );
}

export interface Scrolled {
  /** Milliseconds from frame to frame. */
  readonly frames: readonly number[];
  /** Frames in which the middle of the list showed no row. */
  readonly gaps: number;
}

/** Scrolls from the first row to the last and back, a third of a screen a frame. */
export function scrollThrough(page: Page): Promise<Scrolled> {
  return page.evaluate(
    () =>
      new Promise<Scrolled>((resolve) => {
        const scroller = document.querySelector(".pane-scroll");
        if (scroller === null) throw new Error("There is no list.");
        const frames: number[] = [];
        let gaps = 0;
        let direction = 1;
        let last = performance.now();
        function next(now: number): void {
          if (scroller === null) return;
          frames.push(now - last);
          last = now;
          const box = scroller.getBoundingClientRect();
          const middle = document.elementFromPoint(box.left + 40, box.top + box.height / 2);
          if (middle?.closest(".row") == null) gaps += 1;
          const end = scroller.scrollHeight - scroller.clientHeight;
          scroller.scrollTop += direction * (box.height / 3);
          if (direction === 1 && scroller.scrollTop >= end - 1) direction = -1;
          else if (direction === -1 && scroller.scrollTop <= 0) return resolve({ frames, gaps });
          requestAnimationFrame(next);
        }
        requestAnimationFrame(next);
      }),
  );
}

export interface Held {
  readonly heapBytes: number;
  readonly nodes: number;
}

/** What the page holds once everything that can go is gone. */
export async function heldBy(page: Page): Promise<Held> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("HeapProfiler.enable");
  for (let round = 0; round < 3; round += 1) await devTools.send("HeapProfiler.collectGarbage");
  await devTools.send("Performance.enable");
  const { metrics } = await devTools.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  await devTools.detach();
  return { heapBytes: of("JSHeapUsedSize"), nodes: of("Nodes") };
}
