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
    greet: "good afternoon|good evening|good morning|hello|hello there|hey|hi|hi there".split("|"),
    welcome:
      "cheers|got it|great|great thank you|great thanks|many thanks|ok|ok thank you|ok thanks|okay|okay thanks|perfect|perfect thanks|thank you|thank you so much|thank you very much|thanks|thanks a lot|thx|understood".split(
        "|",
      ),
    part: "bye|goodbye|have a good day|have a nice day|see you".split("|"),
    introduce:
      "am i talking to a bot|am i talking to a human|am i talking to a person|am i talking to a real person|am i talking to a robot|are you a bot|are you a human|are you a person|are you a real person|are you a robot|are you an ai|are you human|are you real|is this a bot|is this a robot|who are you".split(
        "|",
      ),
  },
});
