/** What the bench compares: anything that says which of the three signals a message carries. */

export const SIGNALS = ["demo", "price", "human"] as const;
export type SignalName = (typeof SIGNALS)[number];

export interface Contender {
  readonly name: string;
  /** What a browser would load: code and model, gzipped. */
  readonly gzipBytes: number;
  /** `language` is for those that must be told. */
  detect(text: string, language: string): Promise<readonly SignalName[]> | readonly SignalName[];
}
