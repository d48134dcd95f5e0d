/** Nobody changes what crosses the wire without deciding what that means for the pages that are open at this moment. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as z from "zod/mini";
import { AgentMessage, VisitorMessage } from "./client-message.ts";
import { ToAgent, ToVisitor } from "./server-message.ts";
import { isServed, OLDEST_PROTOCOL_VERSION, PROTOCOL_VERSION } from "./version.ts";

const LOCK = new URL("version.lock.json", import.meta.url);
const UNIONS = {
  "visitor says": VisitorMessage,
  "agent says": AgentMessage,
  "visitor hears": ToVisitor,
  "agent hears": ToAgent,
};

interface Lock {
  readonly protocol: number;
  readonly oldest: number;
  /** Hash of each message's JSON Schema. */
  readonly messages: Readonly<Record<string, string>>;
}

/** What the code says now. */
function current(): Lock {
  const messages: Record<string, string> = {};
  for (const [direction, union] of Object.entries(UNIONS)) {
    for (const message of union.def.options) {
      const schema = z.toJSONSchema(message, { unrepresentable: "any", io: "input" });
      const type = message.shape.type.def.values[0];
      messages[`${direction} ${type}`] = createHash("sha256")
        .update(JSON.stringify(schema))
        .digest("hex")
        .slice(0, 16);
    }
  }
  return { protocol: PROTOCOL_VERSION, oldest: OLDEST_PROTOCOL_VERSION, messages };
}

function differences(locked: Lock, now: Lock): string[] {
  const names = new Set([...Object.keys(locked.messages), ...Object.keys(now.messages)]);
  const changed = [...names].filter((name) => locked.messages[name] !== now.messages[name]);
  return [
    ...changed.map((name) => {
      if (locked.messages[name] === undefined) return `${name}: new`;
      return now.messages[name] === undefined ? `${name}: gone` : `${name}: changed`;
    }),
    ...(locked.protocol === now.protocol ? [] : [`protocol ${locked.protocol}, now ${now.protocol}`]),
    ...(locked.oldest === now.oldest ? [] : [`oldest served ${locked.oldest}, now ${now.oldest}`]),
  ];
}

const WHAT_TO_DO = `
The wire protocol has changed, and its version was not decided. Decide now (rule P27 of docs/protocol.md):
  - Could a page that is open today, or a server of today, stumble over it? Then raise PROTOCOL_VERSION in version.ts, and
    raise OLDEST_PROTOCOL_VERSION too if this server cannot serve such pages any more.
  - Is it only a new optional field or a new type of message? Then leave the version as it is.
Say it in docs/protocol.md. Then write the decision down, and commit the file with the change:
  SOPHIE_PROTOCOL_DECIDED=1 npx vitest run --config vitest.workspace.ts --project engine version.test
`;

it("P27 a changed schema fails until somebody has decided about the version", () => {
  if (process.env.SOPHIE_PROTOCOL_DECIDED === "1")
    writeFileSync(LOCK, `${JSON.stringify(current(), null, 2)}\n`);
  const locked = JSON.parse(readFileSync(LOCK, "utf8")) as Lock;
  const changes = differences(locked, current());
  if (changes.length > 0) throw new Error(`${changes.join("\n")}\n${WHAT_TO_DO}`);
  expect(changes).toEqual([]);
});

it("P27 every version from the oldest to today's is served, and no other", () => {
  expect(OLDEST_PROTOCOL_VERSION).toBeLessThanOrEqual(PROTOCOL_VERSION);
  expect(
    [OLDEST_PROTOCOL_VERSION - 1, OLDEST_PROTOCOL_VERSION, PROTOCOL_VERSION, PROTOCOL_VERSION + 1].map(
      isServed,
    ),
  ).toEqual([false, true, true, false]);
});
