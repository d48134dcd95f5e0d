/** What Sophie says in Spanish. */
import type { WordsIn } from "./words.ts";

export const es: WordsIn = (isFormal) => ({
  greeting: (site) => `Hola, soy Sophie de ${site}. ¿En qué puedo ${isFormal ? "ayudarle" : "ayudarte"}?`,
  says: {
    admit: `No estoy segura de eso. ¿${isFormal ? "Puede" : "Puedes"} preguntarlo de otra manera?`,
    offer: `No estoy segura de eso. ¿${isFormal ? "Quiere" : "Quieres"} que avise a una persona del equipo?`,
    offer_after_feedback: `Siento que no haya servido. ¿${isFormal ? "Quiere" : "Quieres"} que avise a una persona del equipo?`,
    go_on: `De acuerdo. ¿En qué más puedo ${isFormal ? "ayudarle" : "ayudarte"}?`,
    greet: `¡Hola! ¿En qué puedo ${isFormal ? "ayudarle" : "ayudarte"}?`,
    welcome: `De nada. ¿Puedo ${isFormal ? "ayudarle" : "ayudarte"} en algo más?`,
    part: "Hasta luego y que pase un buen día.",
    introduce: `Soy Sophie, una asistente digital y no una persona. ¿En qué puedo ${isFormal ? "ayudarle" : "ayudarte"}?`,
  },
  askAgain: (missing) => `Aún necesito: ${missing}. También ${isFormal ? "puede" : "puedes"} omitirlo.`,
  fields: {
    name: "Nombre",
    email: "Correo electrónico",
    phone: "Teléfono",
    date: "Fecha",
    order_number: "Número de pedido",
    text: "Detalles",
  },
  alreadyAsked: `${isFormal ? "Su" : "Tu"} pregunta ya la tiene un compañero. Seguimos aquí.`,
  accept: "Sí, por favor",
  decline: "No, gracias",
  yes: "si|si por favor|por favor|claro|claro que si|vale|ok|de acuerdo|bueno|perfecto".split("|"),
  no: "no|no gracias|no hace falta|ahora no|dejelo|dejalo|mejor no".split("|"),
  courtesies: {
    greet:
      "hola|buenas|buenos dias|buenas tardes|buenas noches|hola buenas|hola buenos dias|hola buenas tardes|hola que tal".split(
        "|",
      ),
    welcome:
      "gracias|muchas gracias|mil gracias|perfecto|genial|entendido|vale|muy bien|ok|ok gracias|vale gracias|perfecto gracias|genial gracias|muy bien gracias".split(
        "|",
      ),
    part: "adios|hasta luego|hasta pronto|buen dia".split("|"),
    introduce:
      "quien eres|quien es usted|eres un robot|es usted un robot|eres un bot|es usted un bot|eres humana|es usted humana|eres una persona|es usted una persona|eres real|eres una ia|es un bot|es un robot|hablo con un robot|hablo con una persona|estoy hablando con un robot|estoy hablando con una persona".split(
        "|",
      ),
  },
});
