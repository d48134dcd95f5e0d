/** Which language a page gets, from what it and the browser say of themselves. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { pageLanguage } from "./page-language.ts";

afterEach(() => {
  document.documentElement.lang = "";
  vi.unstubAllGlobals();
});

describe("the language of a page", () => {
  it.each([
    ["pt-BR", "de-DE", "pt"],
    ["NL", "en-US", "nl"],
    ["", "fr-CA", "fr"],
    ["ar", "es", "es"],
    ["ar", "ja", "en"],
    ["constructor", "toString", "en"],
  ])("page %j, browser %j: %s", (page, browser, expected) => {
    document.documentElement.lang = page;
    vi.stubGlobal("navigator", { language: browser });
    expect(pageLanguage("en")).toBe(expected);
  });
});
