/** The keys in Dutch. */
import type { KeysWords } from "./keys-words.ts";

export const KEYS_NL: KeysWords = {
  title: "Sneltoetsen",
  lead: "In een invoerveld doen losse toetsen niets.",
  open: "Alle sneltoetsen",
  switch: "Losse toetsen",
  switchHint:
    "Uit: alleen Esc, de pijltjes en toetsen met Ctrl of ⌘ werken nog. Handig als je spraakbesturing gebruikt.",
  group: {
    everywhere: "Overal",
    list: "In een lijst",
    handoff: "In een handoff",
    verdict: "Bij “Hoe liep dit af?”",
  },
  name: {
    palette: "Ga naar of doe iets",
    map: "Dit overzicht",
    close: "Sluiten",
    next: "Volgende",
    previous: "Vorige",
    search: "Zoeken",
    start: "Start behandeling",
    claim: "Aan mij toewijzen",
    assign: "Toewijzen",
    answer: "Antwoord schrijven",
    create_contact: "Contact aanmaken",
    complete: "Markeer afgerond",
    prioritise: "Prioriteit wijzigen",
    release: "Vrijgeven",
    cancel: "Annuleren",
    reopen: "Heropenen",
  },
  arrows: "Eén rij verder",
  ends: "Eerste of laatste rij",
  enter: "Openen",
  palette: {
    title: "Ga naar of doe iets",
    placeholder: "Zoek een handoff, actie of pagina…",
    actions: "Acties",
    handoffs: "Handoffs",
    pages: "Pagina’s",
    nothing: (text) => `Niets gevonden voor “${text}”.`,
    found: (count) => (count === 1 ? "1 resultaat" : `${count} resultaten`),
  },
  showList: (filter) => `Toon handoffs: ${filter}`,
};
