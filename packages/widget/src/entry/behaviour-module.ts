/** What a page tells of its visitor, and the seam between the launcher that takes it and the part that sends it. */
import type { PageKind } from "@sophie/engine";

/** What can be told: `page` begins another page; the others happened. */
export type TrackName =
  | "page"
  | "calculator_used"
  | "form"
  | "brochure"
  | "newsletter"
  | "saved_object"
  | "unsubscribe";

export interface TrackDetails {
  /** With `page`: what the page is about; from its `<meta name="sophie:page">` otherwise. */
  readonly kind?: PageKind;
  /** With `page`: from the address and the document otherwise. */
  readonly path?: string;
  readonly title?: string;
  /** Which form, which object; this page otherwise. */
  readonly of?: string;
}

export type BehaviourCall =
  | readonly ["consent", boolean]
  | readonly ["track", name: TrackName, details?: TrackDetails | undefined]
  | readonly ["destroy"];

export interface BehaviourContext {
  /** Of the Sophie server, such as `https://chat.example.com`. */
  readonly origin: string;
  readonly site: string;
  /** What was told until now, in memory only. Whoever takes over replaces its `push`. */
  readonly calls: BehaviourCall[];
}

export interface BehaviourModule {
  readonly startBehaviour: (context: BehaviourContext) => void;
}
