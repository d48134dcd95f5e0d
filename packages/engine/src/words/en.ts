/** What Sophie says in English. */
import type { WordsIn } from "./words.ts";

export const en: WordsIn = () => ({
  greeting: (site) => `Hello, I am Sophie of ${site}. How can I help you?`,
  says: {
    admit: "I am not sure about that. Could you put it another way?",
    offer: "I am not sure about that. Shall I get a colleague for you?",
    offer_after_feedback: "I am sorry that did not help. Shall I get a colleague for you?",
    go_on: "All right. What else can I help you with?",
    greet: "Hello! How can I help you?",
    welcome: "You are welcome. Is there anything else I can do for you?",
    part: "Goodbye, and have a nice day.",
    introduce: "I am Sophie, a digital assistant and not a person. How can I help you?",
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
  alreadyAsked: "Your question is with a colleague already. Let us go on here.",
  accept: "Yes, please",
  decline: "No, thank you",
  yes: "yes|yes please|please|please do|yeah|yep|ok|okay|sure|go ahead|fine|great|yes of course".split("|"),
  no: "no|no thanks|no thank you|nope|not now|not needed|never mind|no need".split("|"),
  courtesies: {
    greet: "hi|hello|hey|hi there|hello there|good morning|good afternoon|good evening".split("|"),
    welcome:
      "thanks|thank you|thank you very much|thank you so much|thanks a lot|many thanks|cheers|thx|great|perfect|got it|understood|ok|okay|ok thanks|okay thanks|ok thank you|great thanks|great thank you|perfect thanks".split(
        "|",
      ),
    part: "bye|goodbye|see you|have a nice day|have a good day".split("|"),
    introduce:
      "who are you|are you a robot|are you a bot|are you human|are you a human|are you a person|are you a real person|are you real|are you an ai|is this a bot|is this a robot|am i talking to a bot|am i talking to a robot|am i talking to a human|am i talking to a person|am i talking to a real person".split(
        "|",
      ),
  },
});
