/** What visitors read in German when a person is called. */
import type { LanguageWords } from "./notice-words.ts";

export const de: LanguageWords = {
  locale: "de",
  elsewhere: (time, place) => `${time} in ${place}`,
  moment: ({ weekday, day, month, time }) => `${weekday}, ${day}. ${month}, um ${time} Uhr`,
  formal: {
    available: "Gleich ist jemand aus unserem Team für Sie da. Bitte lassen Sie dieses Fenster offen.",
    closed:
      "Unser Team ist gerade nicht erreichbar. Am {time} sind wir wieder da und antworten Ihnen hier bis spätestens {reply}.",
    later: "Sie erhalten hier eine Antwort von uns, spätestens {reply}. Sie müssen nicht warten.",
    someday:
      "Gerade ist niemand frei. Ihre Frage ist notiert; wir antworten Ihnen hier, sobald es möglich ist.",
    unassigned: "Ihre Frage ist notiert. Wir klären, wer Ihnen am besten helfen kann.",
    closing:
      "Ihre Frage ist notiert, und jemand aus unserem Team kümmert sich darum. Wir beenden diesen Chat jetzt.",
    nobody: "Hier kann leider niemand aus dem Team dazukommen. Ich helfe Ihnen selbst, so gut ich kann.",
    otherWays:
      "Hier kann leider niemand aus dem Team dazukommen, aber so erreichen Sie uns. Bei anderen Fragen helfe ich Ihnen gern.",
    wrongPlace: "Auf dieser Seite werden keine Fragen beantwortet. So erreichen Sie uns:",
    nowhere:
      "Auf dieser Seite werden keine Fragen beantwortet. Auf unseren anderen Seiten finden Sie, wie Sie uns erreichen.",
  },
  informal: {
    available: "Gleich ist jemand aus unserem Team für dich da. Lass dieses Fenster bitte offen.",
    closed:
      "Unser Team ist gerade nicht erreichbar. Am {time} sind wir wieder da und antworten dir hier bis spätestens {reply}.",
    later: "Du bekommst hier eine Antwort von uns, spätestens {reply}. Du musst nicht warten.",
    someday:
      "Gerade ist niemand frei. Deine Frage ist notiert; wir antworten dir hier, sobald es möglich ist.",
    unassigned: "Deine Frage ist notiert. Wir klären, wer dir am besten helfen kann.",
    closing:
      "Deine Frage ist notiert, und jemand aus unserem Team kümmert sich darum. Wir beenden diesen Chat jetzt.",
    nobody: "Hier kann leider niemand aus dem Team dazukommen. Ich helfe dir selbst, so gut ich kann.",
    otherWays:
      "Hier kann leider niemand aus dem Team dazukommen, aber so erreichst du uns. Bei anderen Fragen helfe ich dir gern.",
    wrongPlace: "Auf dieser Seite werden keine Fragen beantwortet. So erreichst du uns:",
    nowhere:
      "Auf dieser Seite werden keine Fragen beantwortet. Auf unseren anderen Seiten findest du, wie du uns erreichst.",
  },
};
