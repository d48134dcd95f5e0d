/** Working together, in English. */
import type { TogetherWords } from "./together-words.ts";

const TAKEN_BACK = {
  assign: "the assignment",
  release: "the release",
  complete: "the completion",
  cancel: "the cancellation",
} as const;

export const TOGETHER_EN: TogetherWords = {
  undo: "Undo",
  undone: "Taken back",
  undid: (by, action) => `${by} took back ${TAKEN_BACK[action]}`,
  looksOn: (name) => `${name} is looking`,
  writes: (name) => `${name} is writing an answer`,
  more: (count) => `and ${count} others`,
  onlookers: (looking, writing) =>
    [
      ...writing.map((name) => `${name} is writing an answer.`),
      ...(looking.length === 0
        ? []
        : [`${looking.join(", ")} ${looking.length === 1 ? "is" : "are"} looking.`]),
    ].join(" "),
  composer: {
    isWriting: (name) => `${name} is writing an answer`,
    justAnswered: (name) => `${name} has just answered`,
    theirDraft: "So far",
    merge: "Put into my text",
    take: "Answer instead",
    held: (name) => `${name} is answering. What you write stays here.`,
    startAndSend: "Start and send",
    takeOverAndSend: "Take over and send",
    startsFirst: "Sending starts the handoff",
    takesOver: (name) => `Sending takes this conversation over from ${name}`,
    readSummary: "Read the summary above first.",
    failed: "Not started. Your answer is still here.",
  },
  note: {
    label: "Write as",
    answer: "Answer",
    mode: "Note",
    placeholder: "Write a note for colleagues…",
    add: "Add note",
    hint: "For colleagues only · ↵ adds it",
    head: "Note, for colleagues only",
  },
  canned: {
    title: "Templates",
    lead: "Answers that are written already. Type / in a conversation to choose one.",
    open: "Choose a template",
    list: "Templates",
    found: (count) => (count === 1 ? "1 template" : `${count} templates`),
    none: "No template of that name.",
    noneYet: "There are no templates yet.",
    manage: "Manage templates",
    fill: (gap) => `Fill in ${gap} first`,
    site: "The site’s",
    siteHint: "For everybody who works here.",
    own: "Mine",
    ownHint: "Only you see them.",
    empty: "No templates yet. Write one for an answer that you give often.",
    add: "Template for the site",
    addOwn: "Template for me",
    edit: "Edit",
    name: "Name",
    nameHint: "What you look for, such as “viewing”.",
    text: "Text",
    variables:
      "Variables: {name} of the visitor, {object} that it is about, {agent} is you, {site} is this site.",
    otherLanguages: "In other languages",
    save: "Save",
    cancel: "Back",
    remove: "Delete",
    saved: "Saved.",
    removed: "Deleted.",
    failed: "The templates could not be fetched.",
    readOnly: "A supervisor changes the site’s templates.",
    stale:
      "Somebody else has just changed this template. What there is now stands below; your text is still in the form.",
    wrong: {
      name: "Give the template a name.",
      texts: "Write a text in at least one language.",
      variable: (wrong) => `We do not know ${wrong}. Choose {name}, {object}, {agent} or {site}.`,
      other: "This could not be saved. Your text is still here; try again.",
    },
  },
};
