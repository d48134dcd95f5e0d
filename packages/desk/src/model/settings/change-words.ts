/** A change of the settings as a sentence for the save bar and the history. */
import type { Words } from "../../words/words.ts";
import type { Change } from "./changes.ts";

export function changeInWords(change: Change, words: Words): string {
  const text = words.settings.change;
  switch (change.what) {
    case "paused":
      return change.isOn ? text.paused : text.resumed;
    case "asksFeedback":
      return text.switched(text.feedback, change.isOn);
    case "survey":
      return text.switched(text.survey, change.isOn);
    case "signal":
      return text.switched(text.signal(words.trigger[change.signal]), change.isOn);
    case "unknownLimit":
      return text.unknownLimit(change.count);
    case "trigger":
    case "queue":
    case "calendar":
    case "rule":
      return text.listed[change.how](text.noun[change.what], change.name);
    case "ruleSwitch":
      return text.switched(`${text.noun.rule} “${change.name}”`, change.isOn);
    case "message":
      return text.message(words.settings.messages.kind[change.message], words.language[change.language]);
    case "ruleOrder":
    case "queueOrder":
    case "otherwise":
    case "onUnassigned":
    case "channels":
    case "noReply":
    case "address":
    case "thresholds":
      return text.plain[change.what];
  }
}
