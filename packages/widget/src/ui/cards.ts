/** What most visits never show, in one file that is fetched when it is first wanted. */
export { AskCard } from "./AskCard.tsx";
export { Channels } from "./Channels.tsx";
export { SurveyCard } from "./SurveyCard.tsx";
