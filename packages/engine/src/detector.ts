/** The detector's own entry (`@sophie/engine/detector`): its model weighs as much as everything else, so pages load it when the chat opens. */
export { detector, MODEL_THRESHOLDS } from "./signals/detect.ts";
export { explain, type Contribution, type Explanation, type Finding } from "./signals/explain.ts";
export { TEXT_CHARS_MAX } from "./signals/judge.ts";
