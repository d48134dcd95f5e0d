/** What the desk says of response times, in Dutch. */
import type { ClockWords } from "./clock-words.ts";

export const CLOCK_NL: ClockWords = {
  clock: { business: "openingstijd", wall: "klokuren" },
  within: (time) => `binnen ${time}`,
  until: (moment) => `tot ${moment}`,
  why: "Zo is dit geteld",
  counted: "Geteld",
  sum: "Samen",
  failed: "De berekening kon niet worden opgehaald.",
  alwaysOpen: "Deze wachtrij is altijd open: elk uur telt.",
  everyHour: "Deze wachtrij telt klokuren: elk uur telt, ook buiten openingstijd.",
  hoursOf: (calendar) => `Alleen de openingstijd van “${calendar}” telt.`,
  inZone: (zone) => `Tijden in ${zone}.`,
  stopOn: {
    first_response: "De klok stopt bij het eerste antwoord of een vastgelegde poging.",
    in_progress: "De klok stopt bij het begin van de behandeling.",
  },
  closed: "gesloten",
  otherHours: "andere uren",
  clockChange: (time, minutes) =>
    minutes > 0
      ? `om ${time} ging de klok ${minutes} min vooruit`
      : `om ${time} ging de klok ${-minutes} min terug`,
  hoursChanged: "met de openingstijden van toen",
  exact: (hours, minutes, seconds) => parts([hours, "u"], [minutes, "min"], [seconds, "s"]),
  activityTitle: "Bezoeker is",
  activity: { active: "nu actief", idle: "even stil", gone: "weg" },
  pastCycles: "Eerdere rondes",
  cycle: (count, startedAt) => `Ronde ${count}, vanaf ${startedAt}:`,
  unanswered: "Afgesloten zonder antwoord",
  reach: "Bereikbaar op",
  mailSubject: (site) => `Over de vraag aan ${site}`,
  mail: "Mailen",
  call: "Bellen",
  logAttempt: { mail: "Poging vastleggen per mail", call: "Poging vastleggen per telefoon" },
  attempt: "Poging vastleggen",
  attemptHint: "Een link openen telt niet; een vastgelegde poging stopt de klok.",
  attempted: { mail: (at) => `gemaild ${at}`, call: (at) => `gebeld ${at}` },
  nudge: {
    assignee: (since) => `Sinds ${since} is hier niets gebeurd. Rond hem af, of laat de bezoeker iets weten.`,
    supervisor: (since) =>
      `Ook na een herinnering is hier niets gebeurd (${since}). Wie neemt deze over, of kan hij worden afgerond?`,
  },
  nudgeNotice: (signal) => `Al een dag niets gebeurd: ${signal}`,
  nudgeShort: "stil",
  history: {
    warn: "Nog een kwart van de tijd",
    attempt: (by, how) => (how === "call" ? `${by} heeft gebeld` : `${by} heeft gemaild`),
    nudge: {
      assignee: "Een dag zonder activiteit: behandelaar herinnerd",
      supervisor: "Nog een dag zonder activiteit: leidinggevende herinnerd",
    },
    recount: (due) => `Openingstijden gewijzigd: nu tot ${due}`,
    because: {
      active: "bezoeker is actief",
      idle: "bezoeker is even stil",
      gone: "bezoeker is weg",
      waiting: "wacht al lang",
    },
    promiseBroken: "Een belofte aan de bezoeker is niet gehaald",
  },
  digest: {
    title: (count, at) =>
      count === 1
        ? `Bij sluiting (${at}) wachtte er nog 1.`
        : `Bij sluiting (${at}) wachtten er nog ${count}.`,
    hide: "Verbergen",
    show: "Tonen",
  },
};

function parts(...all: readonly (readonly [number, string])[]): string {
  const said = all.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return said.length === 0 ? "0 s" : said.join(" ");
}
