/** Contacts over HTTP: in pages, edited on a version, as files in and out, and for nobody else. */
import type { Contact } from "@sophie/engine";
import { afterAll, beforeAll, expect, it } from "vitest";
import { call, get, post } from "../testing/test-calls.ts";
import {
  OTHER_SITE,
  SITE,
  startTestServer,
  type TestPerson,
  type TestServer,
} from "../testing/test-server.ts";

const PATH = `/api/sites/${SITE}/contacts`;

let server: TestServer;
let supervisor: TestPerson;
let agent: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  supervisor = await server.person("Sara", "supervisor");
  agent = await server.person("Ana", "agent");
});
afterAll(() => server.close());

const read = (path: string, person = agent) => get(server.url, path, { cookie: person.cookie });
const put = (path: string, body: unknown, person = agent) =>
  call(server.url, "PUT", path, body, { cookie: person.cookie });
async function bring(text: string, more: object = {}) {
  const order = { text, known: "skip", isForGood: true, ...more };
  const response = await post(server.url, `${PATH}/import`, order, { cookie: supervisor.cookie });
  expect(response.status).toBe(200);
  return response.json();
}
interface Answer {
  readonly total: number;
  readonly contacts: readonly Contact[];
  readonly contact: Contact;
  readonly field: string;
}
const answer = async (response: Response | undefined) => (await response?.json()) as Answer;

async function found(text: string): Promise<readonly Contact[]> {
  return (await answer(await read(`${PATH}?text=${encodeURIComponent(text)}`))).contacts;
}

it("Q18 a file is looked at first, then imported; faults are told by line, and a second run adds nobody twice", async () => {
  const file = [
    "Voornaam;Achternaam;E-mail;Telefoon",
    "Jan;de Vries;jan@import.example;06 12345678",
    "Piet;;JAN@import.example;",
    ";;;",
    ";;geen-adres;",
    "Te;veel;a@import.example;1;2",
    "Anna;Bakker;anna@import.example;'+31 6 1",
  ].join("\r\n");
  const preview = await bring(file, { isForGood: false });
  expect(preview).toEqual({
    fresh: 2,
    known: 0,
    filled: 0,
    wrong: 3,
    faults: [
      {
        line: 3,
        fault: "duplicate",
      },
      {
        line: 5,
        fault: "bad_email",
      },
      {
        line: 6,
        fault: "columns",
      },
    ],
  });
  expect(await found("import.example")).toEqual([]);
  expect(await bring(file)).toEqual(preview);
  expect(await bring(file)).toMatchObject({ fresh: 0, known: 2 });
  expect((await found("import.example")).map(({ lastName, phone }) => [lastName, phone])).toEqual([
    ["Bakker", "+31 6 1"],
    ["de Vries", "06 12345678"],
  ]);
});

it("Q18 what is known is filled in where it was empty, if that is wanted, and never overwritten", async () => {
  await bring("first name,email\nKees,kees@fill.example");
  const more = "first name,email,company\nCornelis,kees@fill.example,Kees BV";
  expect(await bring(more, { known: "fill" })).toMatchObject({ known: 1, filled: 1 });
  expect(await found("fill.example")).toMatchObject([{ firstName: "Kees", company: "Kees BV", version: 2 }]);
});

it("an edit names its version; on an older one nothing is overwritten and the newest comes back", async () => {
  await bring("first name,email\nEva,eva@edit.example");
  const [eva] = await found("edit.example");
  const { firstName, lastName, email, phone, company, notes, stage } = eva ?? ({} as Contact);
  const fields = { firstName, lastName, email, phone, company, notes };
  const path = `${PATH}/${eva?.id}`;
  const edits = await Promise.all(
    ["Eva A", "Eva B"].map((name) =>
      put(path, { version: 1, stage, fields: { ...fields, firstName: name } }),
    ),
  );
  expect(edits.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const stale = await answer(edits.find(({ status }) => status === 409));
  const [now] = await found("edit.example");
  expect(stale.contact).toEqual(now);
  expect(now).toMatchObject({ version: 2 });
});

it("a name of 10,000 characters and a contact of nothing are refused by field; letters as a number are kept as text", async () => {
  await bring("first name,email\nFleur,fleur@odd.example");
  const [fleur] = await found("odd.example");
  const path = `${PATH}/${fleur?.id}`;
  const fields = { firstName: "F", lastName: "", email: "", phone: "bel mij maar", company: "", notes: "" };
  const edit = (more: object) => ({ version: 1, stage: "qualified", fields: { ...fields, ...more } });
  const long = await put(path, edit({ firstName: "x".repeat(10_000) }));
  expect([long.status, (await answer(long)).field]).toEqual([422, "firstName"]);
  expect((await put(path, edit({ firstName: " ", phone: "" }))).status).toBe(422);
  const saved = await put(path, edit({}));
  expect((await answer(saved)).contact).toMatchObject({
    phone: "bel mij maar",
    stage: "qualified",
    version: 2,
  });
});

it("Q18 an export is safe to open, has a byte order mark if that is wanted, and is imported back as it was", async () => {
  await bring('first name,email,notes\n"=HYPERLINK(""x"")",formula@export.example,"@a"');
  const response = await read(`${PATH}/export?bom=1`, supervisor);
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(Buffer.from(bytes).subarray(0, 3).toString("hex")).toBe("efbbbf");
  const file = new TextDecoder().decode(bytes);
  expect(file).toContain(`"'=HYPERLINK(""x"")",,formula@export.example`);
  expect(file).not.toMatch(/(^|,)"?[=+\-@]/mu);
  const again = file.replace("formula@export.example", "again@export.example");
  await bring(again);
  const [one, two] = await found("export.example");
  expect([two?.firstName, two?.notes]).toEqual([one?.firstName, one?.notes]);
  expect(one?.firstName).toBe('=HYPERLINK("x")');
});

it("Q16 Q17 contacts of another site do not exist, and files are for those who manage", async () => {
  const [someone] = await found("");
  expect((await read(`/api/sites/${OTHER_SITE}/contacts/${someone?.id}`)).status).toBe(404);
  expect((await read(`/api/sites/${OTHER_SITE}/contacts`)).status).toBe(404);
  expect((await read(`${PATH}/export`)).status).toBe(403);
  expect((await post(server.url, `${PATH}/import`, {}, { cookie: agent.cookie })).status).toBe(403);
});

it("10,000 rows are imported, paged, searched and exported", { timeout: 120_000 }, async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => `Many${at},many${at}@bulk.example,020 123 4567`);
  expect(await bring(["first name,email,phone", ...rows].join("\n"))).toMatchObject({
    fresh: 10_000,
    wrong: 0,
  });
  const page = await answer(await read(`${PATH}?text=bulk&sort=name&from=9950`));
  expect([page.total, page.contacts.length]).toEqual([10_000, 50]);
  const file = await (await read(`${PATH}/export`, supervisor)).text();
  expect(file.match(/@bulk\.example/gu)).toHaveLength(10_000);
});
