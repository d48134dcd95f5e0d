/** What the server finds wrong is said in the words of the desk, in its reader's language, whatever it is. */
import { PROBLEM_CODES } from "@sophie/engine";
import { expect, it } from "vitest";
import { SETTINGS_EN } from "./settings-en.ts";
import { SETTINGS_NL } from "./settings-nl.ts";

it("S1 every code has a sentence of the desk's own in Dutch and in English, and so has one that is not known yet", () => {
  const server = "A sentence of the server's.";
  for (const code of [...PROBLEM_CODES, "of_a_newer_server"]) {
    const [dutch, english] = [SETTINGS_NL, SETTINGS_EN].map((words) =>
      words.problem({ path: "queues.0.name", code, sentence: server }),
    );
    expect([dutch, english]).not.toContain(server);
    expect(dutch).not.toBe(english);
  }
});
