/** `sophie invite --role admin`: a one-time link for whoever runs the server and has lost every other way in. */
import { Role, SiteId } from "@sophie/engine";
import pino from "pino";
import { openAuth } from "../auth/auth.ts";
import { joinLink } from "../auth/one-time-link.ts";
import { openStorage } from "../storage/open-storage.ts";
import { readWords } from "./read-words.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

export async function invite(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { print, complain } = terminal;
  const read = readWords(words, ["--role", "--site"], {}, terminal);
  if (read === null) return 2;
  const { options, own } = read;
  const role = Role.safeParse(own["--role"]);
  if (!role.success) {
    complain(`--role takes one of ${Role.options.join(", ")}, for example: sophie invite --role agent`);
    return 2;
  }
  const { storage, authDatabase } = await openStorage({
    url: options.databaseUrl,
    file: options.databaseFile,
    now: Date.now,
  });
  try {
    const known = (await storage.sites()).map(({ config }) => config.id);
    const sites =
      own["--site"] === undefined
        ? known
        : known.filter((site) => site === SiteId.safeParse(own["--site"]).data);
    if (sites.length === 0) {
      complain(
        known.length === 0
          ? "There is no site yet. Start the server once: `sophie serve`."
          : `--site takes one of ${known.join(", ")}`,
      );
      return 2;
    }
    const url = options.publicUrl ?? `http://localhost:${options.port}`;
    const auth = await openAuth({
      storage,
      database: authDatabase,
      publicUrl: url,
      log: pino({ level: "silent" }),
      now: Date.now,
    });
    const { secret } = await auth.invitations.invite(role.data, sites);
    print(
      `Whoever opens this link within 24 hours joins as ${role.data} of ${sites.join(", ")}:\n\n  ${joinLink(url, secret)}\n`,
    );
    return 0;
  } finally {
    await storage.close();
  }
}
