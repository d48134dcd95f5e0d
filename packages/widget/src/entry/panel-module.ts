/** What the launcher hands to the panel, and what it gets back: the seam between the two builds. */
import type { Language, SiteConfig } from "@sophie/engine";
import type { ShadowHost } from "../host/shadow-host.ts";

export interface PanelContext {
  /** Of the Sophie server, such as `https://chat.example.com`. */
  readonly origin: string;
  readonly site: SiteConfig;
  readonly language: Language;
  readonly host: ShadowHost;
}

export interface Panel {
  open(): void;
  close(): void;
  /** Lets go of the socket and everything drawn. What is unsent stays saved. */
  destroy(): void;
}

export interface PanelModule {
  readonly startPanel: (context: PanelContext) => Promise<Panel>;
}
