/** From starting the process to listening, on an empty SQLite file: what a restart costs its visitors. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";

const ROUNDS = 5;

export interface StartFigure {
  /** Milliseconds, each round. */
  readonly sophie: readonly number[];
  /** The same Node, doing nothing: the floor. */
  readonly node: readonly number[];
}

export async function measureStart(): Promise<StartFigure> {
  // Not the machine's folder for temporary files: `sophie serve` refuses that, and rightly.
  const data = join(import.meta.dirname, "../../data");
  mkdirSync(data, { recursive: true });
  const folder = mkdtempSync(join(data, "bench-"));
  const sophie: number[] = [];
  const node: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    node.push(await timeTo("0", ["--eval", "console.log(0)"], {}));
    const main = new URL("../../packages/server/src/main.ts", import.meta.url).pathname;
    sophie.push(
      await timeTo("listening", ["--conditions=sophie-source", main, "serve", "--host", "127.0.0.1"], {
        SOPHIE_PORT: "0",
        SOPHIE_DATABASE_FILE: join(folder, `${round}.db`),
        SOPHIE_PUBLIC_URL: "http://127.0.0.1",
        SOPHIE_ALLOWED_ORIGINS: "http://site.example",
        NODE_COMPILE_CACHE: join(folder, "cache"),
      }),
    );
  }
  rmSync(folder, { recursive: true, force: true });
  return { sophie, node };
}

/** Until `word` is printed. */
async function timeTo(
  word: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, [...words], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  await new Promise<void>((resolve, reject) => {
    // The listener stays, so that what is printed later has somewhere to go.
    child.stdout.on("data", (part: Buffer) => {
      printed += String(part);
      if (printed.includes(word)) resolve();
    });
    child.once("exit", () => reject(new Error(`It ended without having said "${word}": ${printed}`)));
  });
  const elapsedMs = performance.now() - begun;
  child.kill("SIGTERM");
  if (child.exitCode === null) await once(child, "exit");
  return elapsedMs;
}
