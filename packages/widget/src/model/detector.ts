/** The detector, in a chunk of its own: it weighs as much as the rest, and nobody needs it before the chat is open. */
export { detector } from "@sophie/engine/detector";
