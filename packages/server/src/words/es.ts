/** What visitors read in Spanish when a person is called. */
import type { LanguageWords } from "./notice-words.ts";

export const es: LanguageWords = {
  locale: "es",
  elsewhere: (time, place) => `${time} en ${place}`,
  moment: ({ weekday, day, month, time }) => `el ${weekday} ${day} de ${month} a las ${time}`,
  formal: {
    available: "Enseguida le atiende una persona del equipo. Mantenga esta ventana abierta, por favor.",
    closed:
      "Nuestro equipo no está disponible ahora. Volvemos {time} y le respondemos aquí, a más tardar {reply}.",
    later: "Una persona del equipo le responde aquí, a más tardar {reply}. No hace falta que espere.",
    someday:
      "Ahora no hay nadie libre. Su pregunta queda anotada; una persona del equipo le responderá aquí en cuanto pueda.",
    unassigned: "Su pregunta queda anotada. Estamos viendo quién puede ayudarle mejor.",
    closing:
      "Su pregunta queda anotada y una persona del equipo se ocupa de ella. Cerramos ahora esta conversación.",
    nobody: "Aquí no puede unirse nadie del equipo. Le ayudo yo misma lo mejor que puedo.",
    otherWays:
      "Aquí no puede unirse ningún compañero, pero puede contactarnos así. Con otras preguntas le ayudo con gusto.",
    wrongPlace: "En esta página no respondemos preguntas. Puede contactarnos así:",
    nowhere: "En esta página no respondemos preguntas. En nuestras otras páginas verá cómo contactarnos.",
  },
  informal: {
    available: "Enseguida te atiende una persona del equipo. Mantén esta ventana abierta, por favor.",
    closed:
      "Nuestro equipo no está disponible ahora. Volvemos {time} y te respondemos aquí, a más tardar {reply}.",
    later: "Una persona del equipo te responde aquí, a más tardar {reply}. No hace falta que esperes.",
    someday:
      "Ahora no hay nadie libre. Tu pregunta queda anotada; una persona del equipo te responderá aquí en cuanto pueda.",
    unassigned: "Tu pregunta queda anotada. Estamos viendo quién puede ayudarte mejor.",
    closing:
      "Tu pregunta queda anotada y una persona del equipo se ocupa de ella. Cerramos ahora esta conversación.",
    nobody: "Aquí no puede unirse nadie del equipo. Te ayudo yo misma lo mejor que puedo.",
    otherWays:
      "Aquí no puede unirse ningún compañero, pero puedes contactarnos así. Con otras preguntas te ayudo con gusto.",
    wrongPlace: "En esta página no respondemos preguntas. Puedes contactarnos así:",
    nowhere: "En esta página no respondemos preguntas. En nuestras otras páginas verás cómo contactarnos.",
  },
};
