/** The keys in English. */
import type { KeysWords } from "./keys-words.ts";

export const KEYS_EN: KeysWords = {
  title: "Keyboard shortcuts",
  lead: "Single keys do nothing while you type in a field.",
  open: "All shortcuts",
  switch: "Single keys",
  switchHint:
    "Off: only Esc, the arrows and keys with Ctrl or ⌘ still work. Useful if you control the page by voice.",
  group: {
    everywhere: "Everywhere",
    list: "In a list",
    handoff: "In a handoff",
    verdict: "At “How did this end?”",
  },
  name: {
    palette: "Go to or do something",
    map: "This overview",
    close: "Close",
    next: "Next",
    previous: "Previous",
    search: "Search",
    start: "Start",
    claim: "Assign to me",
    assign: "Assign",
    answer: "Write an answer",
    create_contact: "Create contact",
    complete: "Mark completed",
    prioritise: "Change priority",
    release: "Release",
    cancel: "Cancel",
    reopen: "Reopen",
  },
  arrows: "One row on",
  ends: "First or last row",
  enter: "Open",
  palette: {
    title: "Go to or do something",
    placeholder: "Find a handoff, action or page…",
    actions: "Actions",
    handoffs: "Handoffs",
    pages: "Pages",
    nothing: (text) => `Nothing found for “${text}”.`,
    found: (count) => (count === 1 ? "1 result" : `${count} results`),
  },
  showList: (filter) => `Show handoffs: ${filter}`,
};
