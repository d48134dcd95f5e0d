/** The panel in Spanish. */
import { esWords } from "@sophie/engine";
import type { WordsIn } from "./words.ts";

export const es: WordsIn = (isFormal) => {
  const leave = isFormal ? "Deje" : "Deja";
  const youWrite = isFormal ? "escriba" : "escribas";
  return {
    sophie: esWords(isFormal),
    chatWith: (site) => `Chat con ${site}`,
    openChat: "Abrir el chat",
    closeChat: "Cerrar el chat",
    unread: (count) => (count === 1 ? "1 mensaje nuevo" : `${count} mensajes nuevos`),
    assistant: (site) => `Asistente digital de ${site}`,
    personAsked: "Hemos avisado a un compañero",
    colleague: (site) => `Del equipo de ${site}`,
    ended: "Conversación terminada",
    you: isFormal ? "Usted" : "Tú",
    delivery: {
      sending: "enviando",
      sent: "enviado",
      delivered: "entregado",
      read: "leído",
      failed: "no enviado",
    },
    retry: "Reintentar",
    tooLong: "Demasiado largo para enviar",
    newMessages: "Mensajes nuevos",
    isTyping: (name) => `${name} está escribiendo`,
    looking: "Sophie lo está buscando",
    talkToPerson: "Hablar con una persona",
    requestDemo: (noun) => (noun ? `Solicitud: ${noun}` : "Pedir una demostración"),
    asking: "Avisando a un compañero…",
    pendingTitle: "Un compañero se une a la conversación",
    pendingGoOn: `${isFormal ? "Su pregunta está en buenas manos. Puede" : "Tu pregunta está en buenas manos. Puedes"} seguir escribiendo; lo leerá todo.`,
    pendingMayLeave: isFormal
      ? "Si cierra esta página, encontrará la respuesta aquí cuando vuelva."
      : "Si cierras esta página, encontrarás la respuesta aquí cuando vuelvas.",
    pendingStay: `${leave} esta página abierta para recibir la respuesta.`,
    takesOver: (name) => `${name} sigue con la conversación`,
    closedTitle: "Esta conversación ha terminado",
    closedReopens: isFormal
      ? "Si vuelve a escribir, seguirá con una persona."
      : "Si vuelves a escribir, seguirás con una persona.",
    closedStartsNew: `Si ${isFormal ? "vuelve" : "vuelves"} a escribir, empieza una conversación nueva.`,
    askTitle: "Solo un detalle más",
    askBody: `Así podrán ${isFormal ? "ayudarle" : "ayudarte"} enseguida. Puede quedar en blanco.`,
    askSend: "Enviar datos",
    askSkip: "Omitir",
    wrong: "Esto no es correcto.",
    wasHelpful: "¿Ha servido?",
    yes: "Sí",
    no: "No",
    thanks: "Gracias",
    surveyTitle: `¿Cómo ${isFormal ? "le" : "te"} hemos atendido?`,
    surveyWorst: "mal",
    surveyBest: "muy bien",
    surveyComment: `¿${isFormal ? "Quiere" : "Quieres"} añadir algo? (opcional)`,
    place: (ahead) =>
      ahead === 0
        ? isFormal
          ? "Su turno es el siguiente."
          : "Tu turno es el siguiente."
        : ahead === 1
          ? "Hay 1 persona antes."
          : `Hay ${ahead} personas antes.`,
    about: (from, to) => (from === to ? `Tardará unos ${to} min.` : `Tardará entre ${from} y ${to} min.`),
    channel: {
      phone: "Llamar",
      whatsapp: "WhatsApp",
      mail: "Correo",
      link: "Otras vías",
      callback: "Que me llamen",
    },
    callMe: "Llámenme",
    willCall: (number) => `${isFormal ? "Le" : "Te"} llamaremos al ${number}.`,
    offlineTitle: "Sin conexión",
    offlineSaved: `Lo que ${youWrite} se guarda en este dispositivo y se enviará en cuanto sea posible.`,
    offlineHeld: `Lo que ${youWrite} se enviará en cuanto sea posible. ${leave} esta página abierta.`,
    nextTry: (seconds) => `Nuevo intento en ${seconds} s.`,
    connecting: "Conectando…",
    tryNow: "Intentar ahora",
    stoppedTitle: "El chat se ha detenido",
    stoppedBody: `${isFormal ? "Recargue" : "Recarga"} la página para seguir. Lo enviado está a salvo.`,
    reload: "Recargar la página",
    message: "Mensaje",
    placeholder: `${isFormal ? "Escriba" : "Escribe"} un mensaje`,
    send: "Enviar",
    charsLeft: (count) => (count === 1 ? "queda 1 carácter" : `quedan ${count} caracteres`),
    charsOver: (count) => (count === 1 ? "sobra 1 carácter" : `sobran ${count} caracteres`),
  };
};
