/** The HTTP side of the desk: who is signed in, and how one comes in or lets others in. What fails is a value. */
import { AgentId, Role, SiteId } from "@sophie/engine";
import * as z from "zod/mini";
import { callServer } from "./server-call.ts";

const Me = z.object({
  agent: z.object({ id: AgentId, name: z.string(), role: Role }),
  sites: z.array(z.object({ id: SiteId, name: z.string() })),
});
export type Me = z.infer<typeof Me>;

const Team = z.object({ members: z.array(z.object({ id: AgentId, name: z.string(), role: Role })) });
export type Team = z.infer<typeof Team>;

const Invitation = z.object({ link: z.string(), expiresAt: z.number() });
export type Invitation = z.infer<typeof Invitation>;

const Trouble = z.object({ error: z.optional(z.string()), field: z.optional(z.string()) });

export type AccountFailure = {
  readonly ok: false;
  /** `refused`: wrong or missing sign-in. `gone`: a link used before or expired. `invalid`: `field` is wrong. `taken`: somebody has it. */
  readonly why: "refused" | "gone" | "invalid" | "taken" | "often" | "failed" | "unreachable";
  readonly field: string | null;
};
export type AccountAnswer<T> = { readonly ok: true; readonly value: T } | AccountFailure;

export interface JoinFields {
  readonly secret: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export function askWhoIAm(): Promise<AccountAnswer<Me>> {
  return call("GET", "/api/me", undefined, Me);
}

/** Everybody who works for one's sites, there or not. */
export function askTeam(): Promise<AccountAnswer<Team>> {
  return call("GET", "/api/team", undefined, Team);
}

export function signIn(email: string, password: string): Promise<AccountAnswer<unknown>> {
  return call("POST", "/api/auth/sign-in/email", { email, password }, z.unknown());
}

export function signOut(): Promise<AccountAnswer<unknown>> {
  return call("POST", "/api/auth/sign-out", {}, z.unknown());
}

export function join(fields: JoinFields): Promise<AccountAnswer<unknown>> {
  return call("POST", "/api/join", fields, z.unknown());
}

export function enter(secret: string): Promise<AccountAnswer<unknown>> {
  return call("POST", "/api/enter", { secret }, z.unknown());
}

export function invite(role: Role, sites: readonly SiteId[]): Promise<AccountAnswer<Invitation>> {
  return call("POST", "/api/invitations", { role, sites }, Invitation);
}

async function call<T>(
  method: "GET" | "POST",
  path: string,
  body: unknown,
  schema: z.ZodMiniType<T>,
): Promise<AccountAnswer<T>> {
  const answer = await callServer(method, path, body);
  if (answer === null) return { ok: false, why: "unreachable", field: null };
  if (answer.status < 200 || answer.status >= 300) {
    const trouble = Trouble.safeParse(answer.body);
    return {
      ok: false,
      why: trouble.data?.error === "email_taken" ? "taken" : whyOf(answer.status),
      field: trouble.data?.field ?? null,
    };
  }
  const parsed = schema.safeParse(answer.body);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, why: "failed", field: null };
}

function whyOf(status: number): AccountFailure["why"] {
  if (status === 401 || status === 403) return "refused";
  if (status === 410) return "gone";
  if (status === 429) return "often";
  if (status === 400 || status === 422) return "invalid";
  return "failed";
}
