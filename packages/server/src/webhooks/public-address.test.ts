/** Whom webhooks may reach. */
import { expect, it } from "vitest";
import { isPublicAddress, isWebhookUrl } from "./public-address.ts";

it.each(["93.184.215.14", "8.8.8.8", "172.32.0.1", "2606:4700::1111"])("Q21 %s is public", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each(
  (
    "127.0.0.1 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 255.255.255.255 " +
    "224.0.0.1 ::1 :: fe80::1 fc00::1 ff02::1 ::ffff:127.0.0.1 ::ffff:a00:1 64:ff9b::7f00:1 2002:7f00:1:: 2001:db8::1 x"
  ).split(" "),
)("Q21 %s is not", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it.each([
  ["https://example.org/hook", true],
  ["http://example.org/hook", false],
  ["https://user:word@example.org/", false],
  ["https://localhost/", false],
  ["https://a.localhost/", false],
  ["https://intranet/", false],
  ["https://2130706433/", false],
  ["https://0x7f.1/", false],
  ["https://[fd00::1]/", false],
  ["ftp://example.org/", false],
  ["javascript:alert(1)", false],
  ["", false],
])("Q21 a webhook to %s may be saved: %s", (url, isAllowed) => {
  expect(isWebhookUrl(url, false)).toBe(isAllowed);
});
