/** What Sophie says in Portuguese. Formal does without a pronoun where it can, since "o senhor" would have to guess. */
import type { WordsIn } from "./words.ts";

export const pt: WordsIn = (isFormal) => ({
  greeting: (site) => `Olá, sou a Sophie da ${site}. Como posso ${isFormal ? "ajudar" : "ajudar você"}?`,
  says: {
    admit: `Não tenho certeza sobre isso. ${isFormal ? "Poderia" : "Você pode"} perguntar de outra forma?`,
    offer: `Não tenho certeza sobre isso. ${isFormal ? "Deseja" : "Quer"} que eu chame uma pessoa da equipe?`,
    offer_after_feedback: `Que pena que isso não ajudou. ${isFormal ? "Deseja" : "Quer"} que eu chame uma pessoa da equipe?`,
    go_on: isFormal ? "Certo. Em que mais posso ajudar?" : "Certo. Em que mais posso ajudar você?",
    greet: `Olá! Como posso ${isFormal ? "ajudar" : "ajudar você"}?`,
    welcome: `De nada. ${isFormal ? "Posso ajudar em mais alguma coisa" : "Posso ajudar você em mais alguma coisa"}?`,
    part: "Até logo e tenha um bom dia.",
    introduce: `Sou a Sophie, uma assistente digital e não uma pessoa. Como posso ${isFormal ? "ajudar" : "ajudar você"}?`,
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
  alreadyAsked: "Sua pergunta já está com um atendente. Continuamos aqui.",
  accept: "Sim, por favor",
  decline: "Não, obrigado",
  yes: "sim|sim por favor|por favor|quero|quero sim|pode ser|claro|ok|isso|com certeza".split("|"),
  no: "nao|nao obrigado|nao obrigada|nao precisa|agora nao|deixa pra la|deixe".split("|"),
  courtesies: {
    greet:
      "boa noite|boa tarde|bom dia|oi|oi boa tarde|oi bom dia|oi tudo bem|ola|ola boa noite|ola boa tarde|ola bom dia|ola tudo bem|tudo bem".split(
        "|",
      ),
    welcome:
      "beleza|entendi|muito obrigada|muito obrigado|obrigada|obrigado|ok|ok obrigada|ok obrigado|otimo|perfeito|perfeito obrigada|perfeito obrigado|ta bom|valeu".split(
        "|",
      ),
    part: "ate logo|ate mais|tchau|tenha um bom dia".split("|"),
    introduce:
      "e um bot|e um robo|es um bot|es um robo|es uma pessoa|estou a falar com um robo|estou a falar com uma pessoa|estou falando com um robo|estou falando com uma pessoa|quem e voce|quem es tu|voce e humana|voce e real|voce e um bot|voce e um robo|voce e uma pessoa".split(
        "|",
      ),
  },
});
