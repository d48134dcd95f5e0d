/** What the people behind the desk may do. Checked on the server; the desk only hides what it would refuse. */
import * as z from "zod/mini";

export const ROLES = ["agent", "supervisor", "admin", "analyst"] as const;

export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const PERMISSIONS = [
  /** See handoffs and conversations. */
  "conversations.view",
  /** Claim, start, answer and finish handoffs; take conversations over. */
  "handoffs.work",
  /** Move handoffs that somebody else has. */
  "handoffs.manage",
  /** Invite people and give roles. */
  "team.manage",
  /** Change how the bot works. */
  "bot.edit",
  /** Figures without personal data. */
  "reports.view",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const GRANTS: Readonly<Record<Role, readonly Permission[]>> = {
  agent: ["conversations.view", "handoffs.work"],
  supervisor: ["conversations.view", "handoffs.work", "handoffs.manage", "reports.view"],
  admin: PERMISSIONS,
  analyst: ["reports.view"],
};

/** Whether somebody with this role may do this. For the server; a desk only hides what it would refuse. */
export function may(role: Role, permission: Permission): boolean {
  return GRANTS[role].includes(permission);
}
