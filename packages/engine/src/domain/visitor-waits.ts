/** How long a visitor is waited for before the conversation goes on without an answer. */

/** After so long the handoff is made from what is known: somebody wanted a person, and may have left the page (F12). */
export const COLLECT_MS = 90_000;

/** After so long a survey that nobody answered is over (F24). */
export const SURVEY_MS = 24 * 60 * 60_000;
