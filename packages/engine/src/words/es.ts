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
      "buenas|buenas noches|buenas tardes|buenos dias|hola|hola buenas|hola buenas tardes|hola buenos dias|hola que tal".split(
        "|",
      ),
    welcome:
      "entendido|genial|genial gracias|gracias|mil gracias|muchas gracias|muy bien|muy bien gracias|ok|ok gracias|perfecto|perfecto gracias|vale|vale gracias".split(
        "|",
      ),
    part: "adios|buen dia|hasta luego|hasta pronto".split("|"),
    introduce:
      "eres humana|eres real|eres un bot|eres un robot|eres una ia|eres una persona|es un bot|es un robot|es usted humana|es usted un bot|es usted un robot|es usted una persona|estoy hablando con un robot|estoy hablando con una persona|hablo con un robot|hablo con una persona|quien eres|quien es usted".split(
        "|",
      ),
  },
});
