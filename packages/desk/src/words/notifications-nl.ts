/** "Mijn meldingen", in Dutch. */
import type { NotificationsWords } from "./notifications-words.ts";

const OFTEN = "Net nog geprobeerd. Wacht even en probeer het opnieuw.";

export const NOTIFICATIONS_NL: NotificationsWords = {
  open: "Mijn meldingen",
  openQuiet: "Mijn meldingen (nu stil)",
  title: "Mijn meldingen",
  lead: "Hoe je hoort dat er iets urgents wacht. Geldt alleen voor jou, op al je apparaten.",
  sound: "Geluid",
  soundHint: "Twee tonen als een urgente handoff binnenkomt en deze pagina openstaat.",
  push: "Push",
  pushHint:
    "Een melding op je apparaten als je het bureau niet voor je hebt. Eén per handoff, weg zodra iemand hem oppakt.",
  device: {
    unsupported: "Deze browser kan geen pushmeldingen tonen.",
    insecure: "Pushmeldingen werken alleen via https. Vraag de beheerder om een beveiligd adres.",
    needs_install:
      "Op een iPhone of iPad werkt push pas als Sophie op het beginscherm staat: tik op Delen, dan op Zet op beginscherm, en open Sophie vanaf daar.",
    denied:
      "Deze browser blokkeert meldingen van deze pagina. Sta ze toe bij de site-instellingen van de browser (het slotje naast het adres) en laad de pagina opnieuw.",
    off: "Op dit apparaat staat push uit.",
    on: "Op dit apparaat staat push aan.",
  },
  turnOn: "Aanzetten op dit apparaat",
  turnOff: "Uitzetten op dit apparaat",
  mail: "E-mail",
  mailHint: (to) =>
    `Naar ${to}, als iets urgents blijft liggen en niemand van de wachtrij het bureau voor zich heeft.`,
  noMail: "Deze server kan geen e-mail versturen. De beheerder kan dat instellen met SOPHIE_SMTP_URL.",
  quiet: "Stille uren",
  quietHint: "Dan geen geluid, push of e-mail. In de lijst en bovenaan de pagina zie je alles gewoon.",
  days: "Begint op",
  from: "Van",
  to: "Tot",
  nextDay: "de volgende dag",
  zone: "Tijdzone",
  zoneHint: "Bijvoorbeeld Europe/Amsterdam",
  zoneUnknown: "Deze tijdzone bestaat niet.",
  quietNow: "Het is nu stil.",
  trouble: {
    unreachable: "Niet opgeslagen: de server was niet bereikbaar. Probeer het opnieuw.",
    dismissed:
      "De browser vroeg om toestemming en kreeg geen antwoord. Probeer het opnieuw en kies Toestaan.",
    denied: "Je hebt meldingen geweigerd. Toestaan kan nu alleen nog in de instellingen van de browser.",
    failed:
      "De browser kon zich niet aanmelden bij zijn pushdienst. Probeer het later opnieuw, of in een andere browser.",
  },
  test: "Stuur een test",
  testHint: "Probeert alles wat aanstaat, ook in stille uren.",
  trial: {
    nothing: "Alles staat uit, dus er is niets te proberen.",
    sound: {
      played: "Geluid: afgespeeld. Niets gehoord? Kijk naar het volume en of het tabblad gedempt is.",
      silent:
        "Geluid: de browser laat deze pagina nog geen geluid maken. Klik ergens op de pagina en probeer het opnieuw.",
    },
    push: {
      trying: "Push: wordt verstuurd…",
      arrived:
        "Push: aangekomen op dit apparaat. Niets gezien? Kijk of je systeem meldingen van de browser toestaat.",
      sent: "Push: aangenomen door de pushdienst, nog niet aangekomen. Zonder verbinding of met een slapende browser kan dat even duren.",
      gone: "Push: de pushdienst kent dit apparaat niet meer. Zet push uit en weer aan.",
      refused: "Push: de pushdienst weigerde het bericht. Probeer het later opnieuw.",
      unreachable: "Push: de server kon de pushdienst niet bereiken.",
      none: "Push: staat op dit apparaat niet aan.",
      often: `Push: ${OFTEN}`,
      failed: "Push: de server kon de test niet doen.",
    },
    mail: {
      trying: "E-mail: wordt verstuurd…",
      sent: "E-mail: aangenomen door de mailserver. Kijk ook bij de ongewenste post.",
      gone: "E-mail: er is geen adres bekend.",
      refused: "E-mail: de mailserver weigerde het bericht.",
      unreachable: "E-mail: de mailserver was niet bereikbaar.",
      none: "E-mail: deze server kan geen e-mail versturen.",
      often: `E-mail: ${OFTEN}`,
      failed: "E-mail: de server kon de test niet doen.",
    },
  },
};
