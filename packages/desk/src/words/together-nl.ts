/** Working together, in Dutch. */
import type { TogetherWords } from "./together-words.ts";

const TAKEN_BACK = {
  assign: "de toewijzing",
  release: "het vrijgeven",
  complete: "het afronden",
  cancel: "het annuleren",
} as const;

export const TOGETHER_NL: TogetherWords = {
  undo: "Ongedaan maken",
  undone: "Teruggedraaid",
  undid: (by, action) => `${by} draaide ${TAKEN_BACK[action]} terug`,
  looksOn: (name) => `${name} kijkt mee`,
  writes: (name) => `${name} schrijft een antwoord`,
  more: (count) => `en ${count} anderen`,
  onlookers: (looking, writing) =>
    [
      ...writing.map((name) => `${name} schrijft een antwoord.`),
      ...(looking.length === 0
        ? []
        : [`${looking.join(", ")} ${looking.length === 1 ? "kijkt" : "kijken"} mee.`]),
    ].join(" "),
  composer: {
    isWriting: (name) => `${name} schrijft een antwoord`,
    justAnswered: (name) => `${name} heeft net geantwoord`,
    theirDraft: "Wat er nu staat",
    merge: "Overnemen in mijn tekst",
    take: "Zelf antwoorden",
    held: (name) => `${name} antwoordt nu. Wat jij schrijft, blijft hier staan.`,
    startAndSend: "Starten en versturen",
    takeOverAndSend: "Overnemen en versturen",
    startsFirst: "Versturen start de behandeling",
    takesOver: (name) => `Versturen neemt dit gesprek over van ${name}`,
    readSummary: "Lees eerst de samenvatting hierboven.",
    failed: "Niet gestart. Je antwoord staat er nog.",
  },
  note: {
    label: "Schrijven als",
    answer: "Antwoord",
    mode: "Notitie",
    placeholder: "Schrijf een notitie voor collega’s…",
    add: "Notitie toevoegen",
    hint: "Alleen voor collega’s · ↵ voegt toe",
    head: "Notitie, alleen voor collega’s",
  },
  canned: {
    title: "Sjablonen",
    lead: "Antwoorden die al geschreven zijn. Typ / in een gesprek om er een te kiezen.",
    open: "Sjabloon kiezen",
    list: "Sjablonen",
    found: (count) => (count === 1 ? "1 sjabloon" : `${count} sjablonen`),
    none: "Geen sjabloon met die naam.",
    noneYet: "Er zijn nog geen sjablonen.",
    manage: "Sjablonen beheren",
    fill: (gap) => `Vul ${gap} nog in`,
    site: "Van de site",
    siteHint: "Voor iedereen die hier werkt.",
    own: "Van mij",
    ownHint: "Alleen jij ziet ze.",
    empty: "Nog geen sjablonen. Schrijf er een voor een antwoord dat je vaak geeft.",
    add: "Sjabloon voor de site",
    addOwn: "Sjabloon voor mij",
    edit: "Bewerken",
    name: "Naam",
    nameHint: "Hierop zoek je, bijvoorbeeld “bezichtiging”.",
    text: "Tekst",
    variables:
      "Variabelen: {naam} van de bezoeker, {object} waar het om gaat, {agent} ben jij, {site} is deze site.",
    otherLanguages: "In andere talen",
    save: "Opslaan",
    cancel: "Terug",
    remove: "Verwijderen",
    saved: "Opgeslagen.",
    removed: "Verwijderd.",
    failed: "De sjablonen konden niet worden opgehaald.",
    readOnly: "Sjablonen van de site wijzigt een supervisor.",
    stale:
      "Een ander heeft dit sjabloon net gewijzigd. Hieronder staat wat er nu is; je tekst staat nog in het formulier.",
    wrong: {
      name: "Geef het sjabloon een naam.",
      texts: "Schrijf in minstens één taal een tekst.",
      variable: (wrong) => `${wrong} kennen we niet. Kies {naam}, {object}, {agent} of {site}.`,
      other: "Dit kon niet worden opgeslagen. Je tekst staat er nog; probeer het opnieuw.",
    },
  },
};
