/** What visitors read in English when a person is called. */
import type { LanguageWords, NoticeWords } from "./notice-words.ts";

const words: NoticeWords = {
  available: "A colleague will join you here in a moment. Please keep this window open.",
  closed: "Our team is away right now. We are back on {time} and will answer you here by {reply}.",
  later: "A colleague will answer you here by {reply}. There is no need to wait.",
  someday:
    "Nobody is free right now. Your question is noted, and a colleague will answer here when they can.",
  unassigned: "Your question is noted. We are finding out who can help you best.",
  closing: "Your question is noted and a colleague will take it from here. This chat ends now.",
  nobody: "No colleague can join us here. I will help you as well as I can.",
  otherWays:
    "No colleague can join us here, but you can reach us like this. I am glad to help with other questions.",
  wrongPlace: "Questions on this page are not answered. You can reach us like this:",
  nowhere: "Questions on this page are not answered. Our other pages say how to reach us.",
};

export const en: LanguageWords = {
  locale: "en-GB",
  elsewhere: (time, place) => `${time} in ${place}`,
  moment: ({ weekday, day, month, time }) => `${weekday} ${day} ${month} at ${time}`,
  formal: words,
  informal: words,
};
