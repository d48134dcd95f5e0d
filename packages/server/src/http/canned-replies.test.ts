/** Written answers over HTTP: who puts them on which shelf, what is wrong with one, and that nobody reads another's. */
import type { CannedReply } from "@sophie/engine";
import { afterAll, beforeAll, expect, it } from "vitest";
import { call, get, post } from "../testing/test-calls.ts";
import {
  OTHER_SITE,
  SITE,
  startTestServer,
  type TestPerson,
  type TestServer,
} from "../testing/test-server.ts";

const PATH = `/api/sites/${SITE}/canned-replies`;
const WELCOME: CannedReply = {
  id: "welcome",
  version: 0,
  name: "Welkom",
  texts: { nl: "Beste {naam}, met {agent}.", en: "Dear {name}, this is {agent}." },
  isOwn: false,
};

let server: TestServer;
let ana: TestPerson;
let cleo: TestPerson;
let other: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  ana = await server.person("Ana", "agent");
  cleo = await server.person("Cleo", "supervisor");
  other = await server.person("Otto", "admin", [OTHER_SITE]);
});
afterAll(() => server.close());

interface Answer {
  readonly error?: string;
  readonly field?: string;
  readonly wrong?: string;
  readonly replies?: readonly CannedReply[];
  readonly mayEditSite?: boolean;
}

const answer = async (response: Response) => (await response.json()) as Answer;
const read = async ({ cookie }: TestPerson) => answer(await get(server.url, PATH, { cookie }));
const put = async ({ cookie }: TestPerson, reply: object) =>
  answer(await call(server.url, "PUT", PATH, { ...WELCOME, ...reply }, { cookie }));
const remove = async ({ cookie }: TestPerson, body: object) =>
  answer(await post(server.url, `${PATH}/remove`, body, { cookie }));

it("Q17 a supervisor writes the site's, an agent only their own, and nobody reads somebody else's own", async () => {
  expect((await put(ana, {})).error).toBe("forbidden");
  const saved = await put(cleo, {});
  expect(saved.replies).toEqual([{ ...WELCOME, version: 1 }]);
  const own = { id: "own", name: "Van mij", isOwn: true };
  expect((await put(ana, own)).replies?.map(({ id }) => id)).toEqual(["own", "welcome"]);
  expect(await read(ana)).toMatchObject({ mayEditSite: false });
  expect(await read(cleo)).toMatchObject({ mayEditSite: true, replies: [{ id: "welcome" }] });
  expect((await put(cleo, { ...own, version: 1 })).error).toBe("stale_version");
  expect((await remove(ana, { id: "welcome", version: 1, isOwn: false })).error).toBe("forbidden");
  expect((await remove(cleo, { id: "own", version: 1, isOwn: true })).error).toBe("stale_version");
  expect((await remove(ana, { id: "own", version: 1, isOwn: true })).replies).toHaveLength(1);
  expect(await read(other)).toMatchObject({ error: "not_found" });
  expect(await put(other, { isOwn: true })).toMatchObject({ error: "not_found" });
});

it("a variable that nobody knows is named with its language, and nothing is saved", async () => {
  const texts = { nl: "Beste {naam}", en: "Dear {nmae}" };
  const refused = await put(ana, { id: "typo", texts, isOwn: true });
  expect(refused).toMatchObject({ error: "invalid", field: "texts.en", wrong: "{nmae}" });
  expect(await put(ana, { id: "typo", texts: { nl: " " }, isOwn: true })).toMatchObject({ field: "texts" });
  expect(await put(ana, { id: "typo", name: " ", isOwn: true })).toMatchObject({ field: "name" });
  expect((await read(ana)).replies?.map(({ id }) => id)).not.toContain("typo");
});

it("of two who save on the same version one is told what there is now", async () => {
  const id = "raced";
  await put(cleo, { id });
  const answers = await Promise.all(["Een", "Twee"].map((name) => put(cleo, { id, name, version: 1 })));
  expect(answers.map(({ error }) => error ?? "saved").toSorted()).toEqual(["saved", "stale_version"]);
  const names = answers.map(({ replies }) => replies?.find((reply) => reply.id === id)?.name);
  expect(new Set(names).size).toBe(1);
});
