/** The part of the desk that runs without a page: it shows what the server wakes this browser up for, and keeps nothing. */
import * as z from "zod/mini";
import { onPressed, onPush, type OpenPage, type WorkerPorts } from "./on-push.ts";

// zod would try to compile its parsers with `Function`, which a strict content security policy reports.
z.config({ jitless: true });

/** What this needs of a worker's global scope; the types of a page's come with the rest of the desk. */
interface WorkerEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface PushEvent extends WorkerEvent {
  readonly data: { text(): string } | null;
}
interface PressEvent extends WorkerEvent {
  readonly notification: Notification;
}
interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    matchAll(options: {
      readonly type: "window";
      readonly includeUncontrolled: true;
    }): Promise<readonly OpenPage[]>;
    openWindow(url: string): Promise<unknown>;
    claim(): Promise<void>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: WorkerEvent) => void): void;
  addEventListener(type: "push", listener: (event: PushEvent) => void): void;
  addEventListener(type: "notificationclick", listener: (event: PressEvent) => void): void;
}

const scope = globalThis as unknown as WorkerScope;

const ports: WorkerPorts = {
  registration: scope.registration,
  pages: () => scope.clients.matchAll({ type: "window", includeUncontrolled: true }),
  openPage: (url) => scope.clients.openWindow(url),
};

// It keeps nothing, so a newer one may take its place at once.
scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener("push", (event) => event.waitUntil(onPush(parsed(event.data?.text() ?? ""), ports)));
scope.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(onPressed(event.notification.tag, ports));
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
