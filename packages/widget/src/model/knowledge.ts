/** The search of what a site knows, in a chunk of its own: a site without knowledge never loads it. */
export { createKnowledge } from "@sophie/engine";
