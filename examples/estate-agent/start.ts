/** `npm start`: the demo on this machine. Prints where to look, and stops at Ctrl+C. */
import { join } from "node:path";
import { startDemo } from "./demo.ts";
import { findPort } from "./free-port.ts";

const HOST = "127.0.0.1";
const USUAL = { server: 7420, site: 7421 } as const;

const server = await findPort(USUAL.server, HOST);
const site = await findPort(USUAL.site, HOST);
// A second demo beside the first gets a store of its own.
const file = server.isOther ? `demo-${server.port}.db` : "demo.db";
const demo = await startDemo({
  serverPort: server.port,
  sitePort: site.port,
  databaseFile: join(import.meta.dirname, "../../data", file),
  logLevel: process.env["SOPHIE_LOG_LEVEL"] ?? "warn",
});

if (server.isOther) console.log(`\nPort ${USUAL.server} is taken, so the server listens on ${server.port}.`);
if (site.isOther)
  console.log(
    `${server.isOther ? "" : "\n"}Port ${USUAL.site} is taken, so the site listens on ${site.port}.`,
  );
console.log(`
  Sophie is here.

  The site      ${demo.site}
                an estate agent; write to Sophie at the bottom right: "Kan ik het huis bezichtigen?"

  The desk      ${demo.deskLink("Ana")}
                signs you in as Ana, once
  beside her    ${demo.deskLink("Ben")}
                as Ben, in another browser or a private window
  as admin      ${demo.deskLink("Chris")}

  The figures   ${demo.metrics}

  Everything in it is made up, and new at each start. Ctrl+C stops it.
`);

let isStopping = false;
function stop(): void {
  if (isStopping) process.exit(1);
  isStopping = true;
  demo.close().then(
    () => console.log("\n  Stopped. Nothing is left running."),
    (error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
}
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
