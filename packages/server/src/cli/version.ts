/** `sophie version`: which Sophie this is, and on which Node. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ExitCode, Terminal } from "./terminal.ts";

export function version(_words: readonly string[], { print }: Terminal): ExitCode {
  print(`Sophie ${ownVersion()} on Node ${process.versions.node}`);
  return 0;
}

/** From the package's own file: two folders up in the sources, one in what is published. */
function ownVersion(): string {
  for (const up of ["../..", ".."]) {
    try {
      const text = readFileSync(join(import.meta.dirname, up, "package.json"), "utf8");
      return (JSON.parse(text) as { version: string }).version;
    } catch {
      // Then it is the other one.
    }
  }
  return "(unknown version)";
}
