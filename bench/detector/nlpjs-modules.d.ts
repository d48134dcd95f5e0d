/** What the bench uses of nlp.js, which has no types of its own. */

declare module "@nlpjs/core" {
  export interface Container {
    use(part: unknown): void;
  }
  export function containerBootstrap(): Container;
}

declare module "@nlpjs/nlp" {
  import type { Container } from "@nlpjs/core";
  export class Nlp {
    constructor(settings: { container: Container } & Readonly<Record<string, unknown>>);
    addDocument(locale: string, utterance: string, intent: string): void;
    train(): Promise<void>;
    process(
      locale: string,
      utterance: string,
    ): Promise<{ classifications: readonly { intent: string; score: number }[] }>;
    export(): string;
  }
}

declare module "@nlpjs/lang-de" {
  export const LangDe: unknown;
}
declare module "@nlpjs/lang-en" {
  export const LangEn: unknown;
}
declare module "@nlpjs/lang-es" {
  export const LangEs: unknown;
}
declare module "@nlpjs/lang-fr" {
  export const LangFr: unknown;
}
declare module "@nlpjs/lang-nl" {
  export const LangNl: unknown;
}
declare module "@nlpjs/lang-pt" {
  export const LangPt: unknown;
}
