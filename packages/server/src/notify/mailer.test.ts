/** Mail on its way to a mail server: who signs in, what is never sent in the clear, and what may be tried again. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type MailServer, openMailServer } from "../testing/mail-server.ts";
import { createMailer } from "./mailer.ts";

const MAIL = { to: "ana@example.org", subject: "Dag", text: "Tekst", html: "<p>Tekst</p>", id: "one.ana" };

let post: MailServer;
beforeAll(async () => void (post = await openMailServer()));
afterAll(() => post.close());
beforeEach(() => {
  post.mails.length = 0;
  post.refuseWith = null;
});

const mailerAt = (url: string) => createMailer({ url, from: "Sophie <sophie@example.org>" });

it("H83 signs in with what the address names, and gives a repetition the same name", async () => {
  const mailer = mailerAt(post.url.replace("//", "//sophie%40example.org:p%3A%2Fw@"));
  expect(await mailer.send(MAIL)).toEqual({ ok: true });
  expect(await mailer.send(MAIL)).toEqual({ ok: true });
  expect(post.logins[0]).toEqual(["sophie@example.org", "p:/w"]);
  const names = post.mails.map(({ headers }) => headers.get("message-id"));
  expect(names).toEqual(["<one.ana@example.org>", "<one.ana@example.org>"]);
});

it("H83 no password crosses a network in the clear", async () => {
  const before = post.logins.length;
  // This machine, under a name that is not known to be this machine's.
  const elsewhere = post.url.replace("127.0.0.1", "0.0.0.0");
  expect(await mailerAt(elsewhere).send(MAIL)).toEqual({ ok: true });
  const refused = await mailerAt(elsewhere.replace("//", "//sophie:secret@")).send(MAIL);
  expect(refused).toMatchObject({ ok: false });
  expect([post.logins.length, post.mails.length]).toEqual([before, 1]);
});

it("H83 tells what is refused for good from what may be tried again", async () => {
  const mailer = mailerAt(post.url);
  post.refuseWith = 550;
  expect(await mailer.send(MAIL)).toEqual({ ok: false, isPermanent: true, status: 550 });
  post.refuseWith = 451;
  expect(await mailer.send(MAIL)).toEqual({ ok: false, isPermanent: false, status: 451 });
  const nobody = mailerAt("smtp://127.0.0.1:1");
  expect(await nobody.send(MAIL)).toEqual({ ok: false, isPermanent: false, status: null });
});
