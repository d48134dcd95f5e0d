/** What Sophie says in Portuguese. Formal does without a pronoun where it can, since "o senhor" would have to guess. */
import type { WordsIn } from "./words.ts";

export const pt: WordsIn = (isFormal) => ({
  greeting: (site) => `Olá, sou a Sophie da ${site}. Como posso ${isFormal ? "ajudar" : "ajudar você"}?`,
  says: {
    admit: `Não tenho certeza sobre isso. ${isFormal ? "Poderia" : "Você pode"} perguntar de outra forma?`,
    offer: `Não tenho certeza sobre isso. ${isFormal ? "Deseja" : "Quer"} que eu chame uma pessoa da equipe?`,
    offer_after_feedback: `Que pena que isso não ajudou. ${isFormal ? "Deseja" : "Quer"} que eu chame uma pessoa da equipe?`,
    go_on: isFormal ? "Certo. Em que mais posso ajudar?" : "Certo. Em que mais posso ajudar você?",
  },
  askAgain: (missing) =>
    `Ainda preciso de: ${missing}. ${isFormal ? "Também é possível" : "Você também pode"} pular esta etapa.`,
  fields: {
    name: "Nome",
    email: "E-mail",
    phone: "Telefone",
    date: "Data",
    order_number: "Número do pedido",
    text: "Detalhes",
  },
  accept: "Sim, por favor",
  decline: "Não, obrigado",
  yes: "sim|sim por favor|por favor|quero|quero sim|pode ser|claro|ok|isso|com certeza".split("|"),
  no: "nao|nao obrigado|nao obrigada|nao precisa|agora nao|deixa pra la|deixe".split("|"),
});
