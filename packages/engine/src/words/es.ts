/** What Sophie says in Spanish. */
import type { WordsIn } from "./words.ts";

export const es: WordsIn = (isFormal) => ({
  greeting: (site) => `Hola, soy Sophie de ${site}. ¿En qué puedo ${isFormal ? "ayudarle" : "ayudarte"}?`,
  says: {
    admit: `No estoy segura de eso. ¿${isFormal ? "Puede" : "Puedes"} preguntarlo de otra manera?`,
    offer: `No estoy segura de eso. ¿${isFormal ? "Quiere" : "Quieres"} que avise a una persona del equipo?`,
    offer_after_feedback: `Siento que no haya servido. ¿${isFormal ? "Quiere" : "Quieres"} que avise a una persona del equipo?`,
    go_on: `De acuerdo. ¿En qué más puedo ${isFormal ? "ayudarle" : "ayudarte"}?`,
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
  accept: "Sí, por favor",
  decline: "No, gracias",
  yes: "si|si por favor|por favor|claro|claro que si|vale|ok|de acuerdo|bueno|perfecto".split("|"),
  no: "no|no gracias|no hace falta|ahora no|dejelo|dejalo|mejor no".split("|"),
});
