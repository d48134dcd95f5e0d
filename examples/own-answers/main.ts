/** `npm start`: what Sophie does with an answer of one's own, with none, and with one that breaks or never comes. */
import assert from "node:assert/strict";
import { wordsOf } from "@sophie/engine";
import { openingHours } from "./opening-hours.ts";
import { effectsOf } from "./machine.ts";
import { openBench } from "./test-bench.ts";

const words = wordsOf("en");

const known = openBench(openingHours);
known.session.say("When are you open?");
await known.rest();
assert.deepEqual(known.server.saidIn(), [
  "visitor: When are you open?",
  "bot: We are open on weekdays from 9:00 to 17:30.",
]);

known.session.say("What is the meaning of it all?");
await known.rest();
assert.deepEqual(known.session.snapshot.quickReplies, ["accept_offer", "decline_offer"]);
known.session.choose("accept_offer");
await known.rest();
assert.equal(known.session.snapshot.control, "human_pending", "A yes is enough.");

const broken = openBench(() => Promise.reject(new Error("The index is gone.")));
broken.session.say("When are you open?");
await broken.rest();
assert.deepEqual(broken.session.snapshot.quickReplies, ["accept_offer", "decline_offer"], "Never silence.");

const hanging = openBench(() => new Promise(() => {}));
hanging.session.say("When are you open?");
await hanging.rest();
assert.equal(hanging.session.snapshot.typing?.kind, "bot", "She looks for an answer.");
hanging.clock.advance(60_000);
await hanging.rest();
assert.deepEqual(hanging.session.snapshot.quickReplies, ["accept_offer", "decline_offer"], "Patience ends.");

const [reply] = await effectsOf("When are you open?");
assert.equal(reply?.type, "reply");
const [escalation] = await effectsOf("A person, please");
assert.equal(escalation?.type, "escalate", "The machine alone decides; a session carries it out.");

for (const { session } of [known, broken, hanging]) session.close();
console.log(`Answered; offered a person when there was no answer ("${words.accept}"), or none in time.`);
