/** What finds a site's own words and phrases, in a chunk of its own: a site without any never loads it. */
export { createTriggerFinder } from "@sophie/engine";
