/** What Sophie says in English. */
import type { WordsIn } from "./words.ts";

export const en: WordsIn = () => ({
  greeting: (site) => `Hello, I am Sophie of ${site}. How can I help you?`,
  says: {
    admit: "I am not sure about that. Could you put it another way?",
    offer: "I am not sure about that. Shall I get a colleague for you?",
    offer_after_feedback: "I am sorry that did not help. Shall I get a colleague for you?",
    go_on: "All right. What else can I help you with?",
  },
  askAgain: (missing) => `I still need: ${missing}. You can also skip this.`,
  fields: {
    name: "Name",
    email: "Email address",
    phone: "Phone number",
    date: "Date",
    order_number: "Order number",
    text: "Details",
  },
  accept: "Yes, please",
  decline: "No, thank you",
  yes: "yes|yes please|please|please do|yeah|yep|ok|okay|sure|go ahead|fine|great|yes of course".split("|"),
  no: "no|no thanks|no thank you|nope|not now|not needed|never mind|no need".split("|"),
});
