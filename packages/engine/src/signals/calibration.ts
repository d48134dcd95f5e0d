/** Says what a raw score is worth: of the messages that are given 0.8, eight in ten were right. */

/** `[score, confidence]` points, both rising; between two points the line is straight. */
export type Calibration = readonly (readonly [score: number, confidence: number])[];

export function confidenceOf(score: number, points: Calibration): number {
  let [lowScore, lowConfidence] = points[0]!;
  if (score <= lowScore) return lowConfidence;
  for (const [highScore, highConfidence] of points) {
    if (score <= highScore) {
      const share = (score - lowScore) / (highScore - lowScore);
      return rounded(lowConfidence + share * (highConfidence - lowConfidence));
    }
    lowScore = highScore;
    lowConfidence = highConfidence;
  }
  return lowConfidence;
}

/** Four decimals are more than calibration can know, and keep stored findings small. */
function rounded(confidence: number): number {
  return Math.round(confidence * 10_000) / 10_000;
}
