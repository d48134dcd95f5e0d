/** The server's side of an agent's notifications, over HTTP. What fails is null. */
import { type DeskLanguage, NotificationSettings } from "@sophie/engine";
import * as z from "zod/mini";
import { callServer } from "../server-call.ts";
import type { PushRegistration } from "./push-device.ts";

const PATH = "/api/notifications";

const Own = z.object({
  settings: NotificationSettings,
  publicKey: z.string(),
  /** Where mail goes; null where none can be sent. */
  mailTo: z.nullable(z.string()),
});
export type Own = z.infer<typeof Own>;

/** `gone`: the server does not know the device any more. `often`: wait a little. */
const TRIED = ["sent", "gone", "refused", "unreachable", "none", "often", "failed"] as const;
export type Tried = (typeof TRIED)[number];

const Test = z.object({ ok: z.boolean(), why: z.optional(z.string()) });

export interface NotificationCalls {
  own(): Promise<Own | null>;
  save(settings: NotificationSettings): Promise<boolean>;
  register(registration: PushRegistration, language: DeskLanguage): Promise<boolean>;
  forget(registration: Pick<PushRegistration, "endpoint">): Promise<boolean>;
  tryPush(registration: Pick<PushRegistration, "endpoint">, id: string): Promise<Tried>;
  tryMail(): Promise<Tried>;
}

export const notificationCalls: NotificationCalls = {
  async own() {
    const answer = await callServer("GET", PATH);
    return Own.safeParse(answer?.body).data ?? null;
  },
  save: async (settings) => isOk(await callServer("PUT", PATH, settings)),
  register: async (registration, language) =>
    isOk(await callServer("POST", `${PATH}/devices`, { ...registration, language })),
  forget: async ({ endpoint }) => isOk(await callServer("POST", `${PATH}/devices/forget`, { endpoint })),
  tryPush: ({ endpoint }, id) => tried({ way: "push", endpoint, id }),
  tryMail: () => tried({ way: "mail" }),
};

function isOk(answer: { readonly status: number } | null): boolean {
  return answer?.status === 200;
}

async function tried(body: object): Promise<Tried> {
  const answer = await callServer("POST", `${PATH}/test`, body);
  if (answer?.status === 429) return "often";
  const test = Test.safeParse(answer?.body);
  if (!test.success) return "failed";
  if (test.data.ok) return "sent";
  return TRIED.find((word) => word === test.data.why) ?? "failed";
}
