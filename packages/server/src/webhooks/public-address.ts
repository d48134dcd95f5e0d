/** Which addresses are on the public internet: nobody makes this server call its own network (Q21). */
import { BlockList, isIP } from "node:net";

/** Everything that IANA keeps for something else than the public internet. */
const RESERVED_4 = (
  "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 " +
  "192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
).split(" ");
/** Of IPv6 only 2000::/3 is public, and of that not these: documentation, and ways to wrap an IPv4 address. */
const RESERVED_6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

const reserved = listOf(RESERVED_4, "ipv4");
const wrapped = listOf(RESERVED_6, "ipv6");
const global = listOf(["2000::/3"], "ipv6");

export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !reserved.check(address, "ipv4");
    case 6:
      return global.check(address, "ipv6") && !wrapped.check(address, "ipv6");
    default:
      return false;
  }
}

/** The host of a URL without the brackets of IPv6. */
export function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/u, "$1");
}

/** What can be seen of a webhook's address before it is called; names are resolved each time that it is. */
export function isWebhookUrl(text: string, allowPrivate: boolean): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== "" || url.password !== "") return false;
  if (allowPrivate && url.protocol === "http:") return true;
  if (url.protocol !== "https:") return false;
  const host = bareHost(url);
  if (allowPrivate) return true;
  return isIP(host) === 0 ? host.includes(".") && !host.endsWith(".localhost") : isPublicAddress(host);
}

function listOf(ranges: readonly string[], family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = "", bits = ""] = range.split("/");
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}
