/** Relays side by side in one run: each in a process of its own, by turns, so that a busy machine is busy for all. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { plainCrowd, BARE, SOCKET_IO } from "./crowd-bare.ts";
import { sophieCrowd } from "./crowd-sophie.ts";
import { type Crowd, MEASURE_MS, WARM_UP_MS } from "./scenario.ts";

const ROUNDS = 3;

interface Contender {
  readonly name: string;
  readonly file: string;
  connect(started: { readonly port: number; readonly cookies: readonly string[] }): Promise<Crowd>;
}

const CONTENDERS: readonly Contender[] = [
  { name: "bare ws, saves nothing", file: "bare-server.ts", connect: ({ port }) => plainCrowd(port, BARE) },
  {
    name: "Socket.IO, saves nothing",
    file: "socket-io-server.ts",
    connect: ({ port }) => plainCrowd(port, SOCKET_IO),
  },
  {
    name: "Sophie, SQLite, stored before told",
    file: "sophie-server.ts",
    connect: ({ port, cookies }) => sophieCrowd(port, cookies),
  },
];

export interface RelayFigure {
  readonly name: string;
  /** Median over the rounds. */
  readonly roundTripsPerSecond: number;
  /** Median; CPU time of the server process for one round trip. */
  readonly cpuMicros: number;
  /** Median of each round's own ratio to the bare relay. */
  readonly ratioToBare: number;
}

export async function measureRelays(): Promise<readonly RelayFigure[]> {
  const rounds: { perSecond: number; cpuMicros: number }[][] = CONTENDERS.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, contender] of CONTENDERS.entries()) rounds[index]?.push(await measure(contender));
  }
  const bare = rounds[0] ?? [];
  return CONTENDERS.map(({ name }, index) => {
    const own = rounds[index] ?? [];
    return {
      name,
      roundTripsPerSecond: median(own.map(({ perSecond }) => perSecond)),
      cpuMicros: median(own.map(({ cpuMicros }) => cpuMicros)),
      ratioToBare: median(
        own.map(({ perSecond }, round) => perSecond / (bare[round]?.perSecond ?? Number.NaN)),
      ),
    };
  });
}

async function measure({ file, connect }: Contender): Promise<{ perSecond: number; cpuMicros: number }> {
  const child = fork(new URL(file, import.meta.url), { stdio: ["ignore", "pipe", "inherit", "ipc"] });
  const crowd = await connect(await started(child));
  crowd.start();
  await sleep(WARM_UP_MS);
  const before = { trips: crowd.roundTrips, cpu: await cpuOf(child), at: performance.now() };
  await sleep(MEASURE_MS);
  const trips = crowd.roundTrips - before.trips;
  const elapsedMs = performance.now() - before.at;
  const cpuMicros = (await cpuOf(child)) - before.cpu;
  await crowd.stop();
  child.disconnect();
  child.kill();
  return { perSecond: (trips / elapsedMs) * 1000, cpuMicros: cpuMicros / trips };
}

async function started(child: ChildProcess): Promise<{ port: number; cookies: readonly string[] }> {
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  const said = JSON.parse(line.toString()) as number | { port: number; cookies: readonly string[] };
  return typeof said === "number" ? { port: said, cookies: [] } : said;
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send("cpu");
  const [usage] = (await once(child, "message")) as [NodeJS.CpuUsage];
  return usage.user + usage.system;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
