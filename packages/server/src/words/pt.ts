/** What visitors read in Portuguese when a person is called. */
import type { LanguageWords } from "./notice-words.ts";

export const pt: LanguageWords = {
  locale: "pt-BR",
  elsewhere: (time, place) => `${time} em ${place}`,
  moment: ({ weekday, day, month, time }) => `${weekday}, ${day} de ${month}, às ${time}`,
  formal: {
    available:
      "Uma pessoa da equipe já vem falar com o senhor ou a senhora. Por favor, mantenha esta janela aberta.",
    closed:
      "Nossa equipe não está disponível agora. Voltamos {time} e respondemos aqui, no mais tardar {reply}.",
    later: "Uma pessoa da equipe responde aqui, no mais tardar {reply}. Não é preciso esperar.",
    someday:
      "Ninguém está livre agora. A sua pergunta está anotada; uma pessoa da equipe responde aqui assim que puder.",
    unassigned: "A sua pergunta está anotada. Estamos vendo quem pode ajudar melhor.",
    closing:
      "A sua pergunta está anotada e uma pessoa da equipe vai cuidar dela. Encerramos agora esta conversa.",
    nobody: "Nenhuma pessoa da equipe pode entrar aqui. Continuo a ajudar da melhor forma que posso.",
    otherWays:
      "Nenhuma pessoa da equipe pode entrar aqui, mas é possível falar conosco assim. Com outras perguntas, ajudo com prazer.",
    wrongPlace: "As perguntas nesta página não são respondidas. Fale conosco assim:",
    nowhere:
      "As perguntas nesta página não são respondidas. Nossas outras páginas mostram como falar conosco.",
  },
  informal: {
    available: "Uma pessoa da equipe já vem falar com você. Mantenha esta janela aberta, por favor.",
    closed:
      "Nossa equipe não está disponível agora. Voltamos {time} e respondemos a você aqui, no mais tardar {reply}.",
    later: "Uma pessoa da equipe responde a você aqui, no mais tardar {reply}. Não precisa esperar.",
    someday:
      "Ninguém está livre agora. Sua pergunta está anotada; uma pessoa da equipe responde aqui assim que puder.",
    unassigned: "Sua pergunta está anotada. Estamos vendo quem pode ajudar você melhor.",
    closing:
      "Sua pergunta está anotada e uma pessoa da equipe vai cuidar dela. Encerramos agora esta conversa.",
    nobody: "Nenhuma pessoa da equipe pode entrar aqui. Eu mesma ajudo você da melhor forma que posso.",
    otherWays:
      "Nenhuma pessoa da equipe pode entrar aqui, mas é possível falar conosco assim. Com outras perguntas, ajudo com prazer.",
    wrongPlace: "As perguntas nesta página não são respondidas. Fale conosco assim:",
    nowhere:
      "As perguntas nesta página não são respondidas. Nossas outras páginas mostram como falar conosco.",
  },
};
