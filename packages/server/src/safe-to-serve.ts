/** What `sophie serve` will not start with: each unsafe setting has a sentence that says which it is and what to do. */
import { tmpdir } from "node:os";
import { realpathSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { ServerOptions } from "./options.ts";
import { isLoopbackHost } from "./origin.ts";

type Checked = Pick<
  ServerOptions,
  "host" | "publicUrl" | "allowedOrigins" | "databaseUrl" | "databaseFile" | "siteId" | "trustProxy"
>;

/** Empty if it is safe. `temporary` is the machine's folder for temporary files. */
export function unsafeSettings(options: Checked, temporary = tmpdir()): readonly string[] {
  return [
    ...publicUrlProblems(options),
    ...proxyProblems(options),
    ...originProblems(options),
    ...(options.databaseUrl === null ? databaseFileProblems(options.databaseFile, temporary) : []),
  ];
}

function publicUrlProblems({ host, publicUrl }: Checked): readonly string[] {
  if (publicUrl === null) {
    if (isLoopbackHost(host)) return [];
    return [
      `SOPHIE_HOST is ${host}, which others can reach, but SOPHIE_PUBLIC_URL is not set: say under which address ` +
        "people come in, for example SOPHIE_PUBLIC_URL=https://chat.example.org",
    ];
  }
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol === "https:" || isLoopbackHost(hostname)) return [];
  return [
    `SOPHIE_PUBLIC_URL is ${publicUrl}, so passwords and conversations would cross the network unencrypted: put a ` +
      `proxy with TLS before it and set SOPHIE_PUBLIC_URL=${publicUrl.replace("http:", "https:")}`,
  ];
}

/** The server speaks no TLS itself, so with an https address there is a proxy, and to it everybody has one address. */
function proxyProblems({ publicUrl, trustProxy }: Checked): readonly string[] {
  if (publicUrl === null || !publicUrl.startsWith("https:") || trustProxy > 0) return [];
  return [
    `SOPHIE_PUBLIC_URL is ${publicUrl}, so a proxy stands before the server, but SOPHIE_TRUST_PROXY is 0: everybody ` +
      "would share the proxy's address and its limits. Say how many proxies write X-Forwarded-For, for example " +
      "SOPHIE_TRUST_PROXY=1",
  ];
}

function originProblems({ allowedOrigins, siteId }: Checked): readonly string[] {
  if (allowedOrigins.includes("*")) {
    return [
      "SOPHIE_ALLOWED_ORIGINS holds *, so any page in the world could carry your chat: name the origins of your own " +
        "site, for example SOPHIE_ALLOWED_ORIGINS=https://www.example.org",
    ];
  }
  if (allowedOrigins.length > 0) return [];
  return [
    `SOPHIE_ALLOWED_ORIGINS is not set, so no page could carry the chat of the site "${siteId}": name the origins of ` +
      "your site, for example SOPHIE_ALLOWED_ORIGINS=https://www.example.org",
  ];
}

const OTHERS_MAY_WRITE = 0o002;

/** A folder that everybody may write to, such as /tmp: others can put another file there, and a restart may empty it. */
function databaseFileProblems(file: string, temporary: string): readonly string[] {
  if (file === ":memory:") {
    return [
      "SOPHIE_DATABASE_FILE is :memory:, so everything would be gone when the process ends: name a file, " +
        "for example SOPHIE_DATABASE_FILE=/var/lib/sophie/sophie.db",
    ];
  }
  const folder = firstExisting(dirname(resolve(file)));
  const isOpenToAll = (statSync(folder).mode & OTHERS_MAY_WRITE) !== 0;
  if (!isOpenToAll && !isBelow(folder, realpathSync(temporary))) return [];
  return [
    `SOPHIE_DATABASE_FILE is ${file}, in a folder for temporary files or one that everybody may write to: choose a ` +
      "folder of the server's own, for example SOPHIE_DATABASE_FILE=/var/lib/sophie/sophie.db",
  ];
}

function firstExisting(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return firstExisting(dirname(folder));
  }
}

function isBelow(folder: string, parent: string): boolean {
  return folder === parent || folder.startsWith(`${parent}/`);
}
