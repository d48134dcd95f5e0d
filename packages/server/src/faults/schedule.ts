/** What can happen to a conversation between one moment and the next, as fast-check makes it up and makes it smaller. */
import * as fc from "fast-check";

/** Index of a client: the visitor's two tabs, then the agent. */
type Client = 0 | 1 | 2;

export type Step =
  | { readonly do: "visitor says"; readonly tab: 0 | 1; readonly what: "plain" | "question" | "wish" }
  | { readonly do: "visitor presses"; readonly tab: 0 | 1 }
  | { readonly do: "agent says" | "agent starts" | "agent completes" | "agent takes over" }
  /** So many frames arrive, of those on this client's line; then so many of those that wait for storage go on. */
  | { readonly do: "deliver"; readonly client: Client; readonly frames: number; readonly answers: number }
  | { readonly do: "settle" }
  | { readonly do: "drop" | "freeze" | "reap"; readonly client: Client }
  | { readonly do: "repeat"; readonly client: Client; readonly which: number }
  | { readonly do: "reload" | "kill tab"; readonly tab: 0 | 1 }
  | { readonly do: "kill server" | "kill server after its next commit" | "start server" }
  | { readonly do: "pass"; readonly ms: number };

export interface Schedule {
  readonly steps: readonly Step[];
  readonly afterClose: "reopen" | "new_conversation";
  /** How often others overtake the answer of a call that reads storage. */
  readonly readDelay: number;
  /** For the backoff. */
  readonly chance: number;
}

const tab = fc.constantFrom(0 as const, 1 as const);
const client = fc.constantFrom<Client>(0, 1, 2);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("visitor says" as const),
      tab,
      what: fc.constantFrom("plain" as const, "question" as const, "wish" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("visitor presses" as const), tab }) },
  { weight: 4, arbitrary: fc.constant<Step>({ do: "agent says" }) },
  { weight: 3, arbitrary: fc.constant<Step>({ do: "agent starts" }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Step>({ do: "agent completes" }, { do: "agent takes over" }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("deliver" as const),
      client,
      frames: fc.nat(4),
      answers: fc.nat(4),
    }),
  },
  { weight: 5, arbitrary: fc.constant<Step>({ do: "settle" }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom("drop" as const, "freeze" as const, "reap" as const),
      client,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("repeat" as const), client, which: fc.nat(39) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom("reload" as const, "kill tab" as const), tab }),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Step>(
      { do: "kill server" },
      { do: "kill server after its next commit" },
      { do: "start server" },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("pass" as const),
      ms: fc.constantFrom(250, 2_000, 16_000, 35_000),
    }),
  },
);

export const schedules: fc.Arbitrary<Schedule> = fc.record({
  steps: fc.array(step, { minLength: 4, maxLength: 40, size: "max" }),
  afterClose: fc.constantFrom("reopen" as const, "new_conversation" as const),
  readDelay: fc.nat(3),
  chance: fc.double({ min: 0, max: 0.999, noNaN: true }),
});
