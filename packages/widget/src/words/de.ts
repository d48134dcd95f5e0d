/** The panel in German. */
import { deWords } from "@sophie/engine";
import type { WordsIn } from "./words.ts";

export const de: WordsIn = (isFormal) => {
  const write = isFormal ? "Schreiben Sie" : "Schreib";
  const leave = isFormal ? "Lassen Sie" : "Lass";
  const youWrite = isFormal ? "Sie schreiben" : "du schreibst";
  return {
    sophie: deWords(isFormal),
    chatWith: (site) => `Chat mit ${site}`,
    openChat: "Chat öffnen",
    closeChat: "Chat schließen",
    unread: (count) => (count === 1 ? "1 neue Nachricht" : `${count} neue Nachrichten`),
    assistant: (site) => `Digitale Assistentin von ${site}`,
    personAsked: "Ein Mitarbeiter ist angefragt",
    colleague: (site) => `Im Team von ${site}`,
    ended: "Gespräch beendet",
    you: isFormal ? "Sie" : "Du",
    delivery: {
      sending: "wird gesendet",
      sent: "gesendet",
      delivered: "zugestellt",
      read: "gelesen",
      failed: "nicht gesendet",
    },
    retry: "Erneut senden",
    tooLong: "Zu lang zum Senden",
    newMessages: "Neue Nachrichten",
    isTyping: (name) => `${name} schreibt`,
    looking: "Sophie sieht nach",
    talkToPerson: "Mit einem Menschen sprechen",
    requestDemo: (noun) => `${noun ?? "Demo"} anfragen`,
    asking: "Ein Mitarbeiter wird angefragt …",
    pendingTitle: "Ein Mitarbeiter kommt dazu",
    pendingGoOn: isFormal
      ? "Ihre Frage ist weitergegeben. Schreiben Sie ruhig weiter; es wird alles gelesen."
      : "Deine Frage ist weitergegeben. Schreib ruhig weiter; es wird alles gelesen.",
    pendingMayLeave: isFormal
      ? "Wenn Sie diese Seite schließen, steht die Antwort hier, sobald Sie wiederkommen."
      : "Wenn du diese Seite schließt, steht die Antwort hier, sobald du wiederkommst.",
    pendingStay: `${leave} diese Seite offen, um die Antwort zu erhalten.`,
    takesOver: (name) => `${name} übernimmt das Gespräch`,
    closedTitle: "Dieses Gespräch ist beendet",
    closedReopens: `${write} erneut, dann geht es mit einem Mitarbeiter weiter.`,
    closedStartsNew: `${write} erneut, dann beginnt ein neues Gespräch.`,
    askTitle: "Nur noch das",
    askBody: `Dann kann ${isFormal ? "Ihnen" : "dir"} gleich geholfen werden. Leer lassen ist in Ordnung.`,
    askSend: "Weitergeben",
    askSkip: "Überspringen",
    wrong: "Das stimmt so nicht.",
    wasHelpful: "War das hilfreich?",
    yes: "Ja",
    no: "Nein",
    thanks: "Danke",
    surveyTitle: `Wie wurde ${isFormal ? "Ihnen" : "dir"} geholfen?`,
    surveyWorst: "schlecht",
    surveyBest: "sehr gut",
    surveyComment: `${isFormal ? "Möchten Sie" : "Möchtest du"} etwas dazu sagen? (freiwillig)`,
    place: (ahead) =>
      ahead === 0 ? `${isFormal ? "Sie sind" : "Du bist"} als Nächstes dran.` : `Noch ${ahead} davor.`,
    about: (from, to) =>
      from === to ? `Das dauert etwa ${to} Min.` : `Das dauert etwa ${from} bis ${to} Min.`,
    channel: {
      phone: "Anrufen",
      whatsapp: "WhatsApp",
      mail: "E-Mail",
      link: "Weitere Wege",
      callback: "Rückruf",
    },
    callMe: "Rückruf anfordern",
    willCall: (number) => `Wir rufen ${isFormal ? "Sie" : "dich"} unter ${number} zurück.`,
    offlineTitle: "Keine Verbindung",
    offlineSaved: `Was ${youWrite}, bleibt auf diesem Gerät gespeichert und wird gesendet, sobald es geht.`,
    offlineHeld: `Was ${youWrite}, wird gesendet, sobald es geht. ${leave} diese Seite offen.`,
    nextTry: (seconds) => `Neuer Versuch in ${seconds} s.`,
    connecting: "Verbinden …",
    tryNow: "Jetzt versuchen",
    stoppedTitle: "Der Chat wurde angehalten",
    stoppedBody: `${isFormal ? "Laden Sie" : "Lade"} die Seite neu. Was gesendet wurde, bleibt erhalten.`,
    reload: "Seite neu laden",
    message: "Nachricht",
    placeholder: "Nachricht schreiben",
    send: "Senden",
    charsLeft: (count) => `noch ${count} Zeichen`,
    charsOver: (count) => `${count} Zeichen zu lang`,
  };
};
