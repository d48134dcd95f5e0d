/** A port for the demo: the usual one, so that bookmarks work, or a free one where somebody else has that. */
import { createServer } from "node:net";

export interface FoundPort {
  readonly port: number;
  /** Whether the wanted one was taken. */
  readonly isOther: boolean;
}

export async function findPort(wanted: number, host: string): Promise<FoundPort> {
  const taken = await tryPort(wanted, host);
  if (taken !== null) return { port: taken, isOther: false };
  const free = await tryPort(0, host);
  if (free === null) throw new Error(`No port of ${host} is free.`);
  return { port: free, isOther: true };
}

/** The port, if it could be listened on; let go of at once. */
function tryPort(port: number, host: string): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(null));
    probe.listen(port, host, () => {
      const address = probe.address();
      const found = typeof address === "object" && address !== null ? address.port : null;
      probe.close(() => resolve(found));
    });
  });
}
