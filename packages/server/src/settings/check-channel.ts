/** Whether another way to reach the site is one: a number that exists, an address, a link (T23). */
import type { ContactChannel } from "@sophie/engine";
import { isValidPhoneNumber } from "libphonenumber-js";
import * as z from "zod/mini";
import { type Problem, problem } from "./problem.ts";

const MailAddress = z.email();

export function checkChannel(channel: ContactChannel, path: readonly PropertyKey[]): Problem[] {
  switch (channel.kind) {
    case "phone":
    case "whatsapp":
      if (isValidPhoneNumber(channel.number)) return [];
      return [problem([...path, "number"], "phone_impossible", `${channel.number} is no telephone number.`)];
    case "mail":
      if (MailAddress.safeParse(channel.address).success) return [];
      return [problem([...path, "address"], "mail_impossible", `${channel.address} is no e-mail address.`)];
    case "link":
      if (URL.canParse(channel.url) && new URL(channel.url).hostname.includes(".")) return [];
      return [problem([...path, "url"], "link_impossible", `${channel.url} leads nowhere.`)];
    case "callback":
      return [];
  }
}
