/** `sophie serve`: the server in earnest. No example data, and no start with a setting that is unsafe. */
import pino from "pino";
import { joinLink } from "../auth/one-time-link.ts";
import { unsafeSettings } from "../safe-to-serve.ts";
import { type RunningServer, startServer } from "../server.ts";
import { readWords } from "./read-words.ts";
import { untilToldToStop } from "./stop-signals.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

export async function serve(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { print, complain } = terminal;
  const read = readWords(words, [], { host: "0.0.0.0" }, terminal);
  if (read === null) return 2;
  const { options } = read;
  const unsafe = unsafeSettings(options);
  for (const problem of unsafe) complain(`Sophie does not start: ${problem}`);
  if (unsafe.length > 0) return 2;

  const log = pino({ level: options.logLevel });
  const server = await startServer(options, { log });
  const isStopped = untilToldToStop(() => server.close(), options.shutdownMs);
  print(`Sophie listens on ${options.host}:${server.port}. The desk: ${server.url}/desk/`);
  await inviteFirstAdmin(server, print);
  return isStopped;
}

/** To the terminal and never into the log: logs are kept, copied and read by others. */
async function inviteFirstAdmin(
  { storage, auth, url }: RunningServer,
  print: Terminal["print"],
): Promise<void> {
  if (await storage.hasMembers()) return;
  const sites = (await storage.sites()).map(({ config }) => config.id);
  const { secret } = await auth.invitations.invite("admin", sites);
  print("\nNobody works here yet. Whoever opens this link within 24 hours becomes the first admin:\n");
  print(`  ${joinLink(url, secret)}\n`);
}
