/** The words by which a sentence is known as a wish, a question or an objection, per language. Over folded text. */
import type { Language } from "../domain/language.ts";

interface Cues {
  /** What somebody looks for or would like. */
  readonly wish: RegExp;
  /** How a question begins; the mark at its end is often left out, but then nothing stands there. */
  readonly question: RegExp;
  /** Words that make a question of a statement: "I wonder whether …". */
  readonly indirect: RegExp;
  readonly objection: RegExp;
  /** A name follows that is the visitor's own. */
  readonly ownName: RegExp;
}

/** Any of the words or phrases, whole. `*` stands for any ending. */
function anyOf(list: string): RegExp {
  const phrases = list.split("|").map((phrase) => phrase.trim().replaceAll("*", "\\p{L}*"));
  return new RegExp(`(?<!\\p{L})(?:${phrases.join("|")})(?!\\p{L})`, "u");
}

/** The same, at the beginning: after a greeting or an "and" at most. */
function startingWith(list: string, lead: string): RegExp {
  return new RegExp(`^[¿¡\\s]*(?:(?:${lead})[\\s,]+)*(?:${list})(?!\\p{L})`, "u");
}

export const CUES: Readonly<Record<Language, Cues>> = {
  nl: {
    wish: anyOf(
      "op zoek naar | zoek | zoeken | geinteresseerd* | interesse* | ik wil | we willen | wij willen | zou* graag | graag | bezichtig* | bekijken | kopen | huren | bestellen | proefrit*",
    ),
    question: startingWith(
      "wat|wie|waar\\p{L}*|wanneer|hoe\\p{L}*|welke?|waarom|kan|kunnen|mag|mogen|is|zijn|heeft|hebben|hebt|wordt|worden|zit|zitten|doen|gaat|gaan|zou|zouden|komt|ligt|staat",
      "en|of|maar|ook|dag|hallo|hoi|goede\\p{L}*",
    ),
    indirect: anyOf(
      "ik vraag me af|ik vroeg me af|(?:ben|zijn) benieuwd|wil* (?:graag )?weten|graag weten|mijn vraag is",
    ),
    objection: anyOf(
      "te (?:duur|dure|klein|kleine|groot|grote|ver|hoog|hoge|weinig|veel|oud|oude|druk|laat|lang|donker|krap) | twijfel* | jammer | maar | nadeel | bezwa* | zorgen | bang | niet zeker | past niet | liever niet | valt tegen | helaas | probleem | problemen | (?:boven|buiten) (?:mijn|ons|het) budget | niet betalen",
    ),
    ownName: anyOf("ben | heet | naam is | met vriendelijke groet | groet | groeten"),
  },
  en: {
    wish: anyOf(
      "looking for | interested | interest in | i want | we want | i would like | we would like | i'd like | we'd like | view | viewing | visit | buy | rent | order | test drive | hoping to",
    ),
    question: startingWith(
      "what|who|where|when|how|which|why|can|could|may|is|are|was|has|have|had|do|does|did|will|would|should",
      "and|or|but|so|also|hi|hello|good \\p{L}*",
    ),
    indirect: anyOf("i wonder|wondering|like to know|want to know|my question is|any idea"),
    objection: anyOf(
      "too (?:expensive|small|big|far|high|old|much|little|long|noisy|dark|late|busy) | doubt* | unfortunately | but | downside | drawback | worried | concern* | afraid | not sure | problem* | (?:over|above) (?:my|our|the) budget | can't afford | cannot afford | rather not | a pity | shame",
    ),
    ownName: anyOf("i am | i'm | name is | this is | regards"),
  },
  de: {
    wish: anyOf(
      "suche | suchen | auf der suche | interessier* | interesse* | ich mochte | wir mochten | ich will | wir wollen | wurde* gern* | hatte* gern* | besichtig* | anschauen | ansehen | kaufen | mieten | bestellen | probefahrt",
    ),
    question: startingWith(
      "was|wer|wo\\p{L}*|wann|wie|welche\\p{L}*|warum|wieso|kann|konnen|konnte\\p{L}*|darf|durfen|ist|sind|hat|haben|gibt|wird|werden|wurde\\p{L}*|liegt|steht|kommt",
      "und|oder|aber|auch|hallo|guten \\p{L}*",
    ),
    indirect: anyOf("frage mich|fragen uns|(?:mochte*|wurde*|will|wollen) (?:gern* )?wissen|meine frage ist"),
    objection: anyOf(
      "zu (?:teuer|klein|gross|weit|hoch|alt|viel|wenig|laut|lang|dunkel|spat|groß) | zweif* | leider | aber | bedenken | sorge* | nachteil* | problem* | angst | nicht sicher | (?:uber|ausserhalb) (?:meinem|unserem|meines|unseres) budget* | nicht leisten | lieber nicht | schade",
    ),
    ownName: anyOf("ich bin | heisse | heiße | name ist | grusse | gruß | gruss"),
  },
  fr: {
    wish: anyOf(
      "cherche | cherchons | recherche | a la recherche | interess* | je veux | nous voulons | je voudrais | nous voudrions | j'aimerais | nous aimerions | visiter | acheter | louer | commander | essai",
    ),
    question: startingWith(
      "que|qu'est|quoi|qui|ou|quand|comment|combien|quel|quels|quelle|quelles|pourquoi|est-ce|est|sont|peut|peut-on|peux|puis-je|pouvez|pourrais\\p{L}*|pourriez|avez|y a-t-il|a-t-\\p{L}*|faut-il",
      "et|ou|mais|aussi|bonjour|bonsoir|salut",
    ),
    indirect: anyOf("me demande|nous demandons|aimer* savoir|voudr* savoir|ma question est"),
    objection: anyOf(
      "trop \\p{L}+ | dout* | malheureusement | mais | inconvenient* | inquiet* | inquiete* | crain* | peur | pas sur | pas sure | probleme* | dommage | (?:au-dessus de|hors de) (?:mon|notre) budget | hors budget | pas les moyens",
    ),
    ownName: anyOf("je suis | m'appelle | nom est | cordialement"),
  },
  pt: {
    wish: anyOf(
      "procuro | procuramos | a procura | estou procurando | interess* | quero | queremos | queria | gostaria* | gostava | visitar | comprar | alugar | arrendar | encomendar | test drive",
    ),
    question: startingWith(
      "o que|que|quem|onde|quando|como|quanto\\p{L}*|quantas|qual|quais|porque|por que|posso|podemos|pode|podem|e possivel|esta|estao|tem|ha|existe\\p{L}*|sera",
      "e|ou|mas|tambem|ola|oi|bom dia|boa tarde|boa noite",
    ),
    indirect: anyOf("gost* de saber|queri* saber|quero saber|minha (?:pergunta|duvida) e"),
    objection: anyOf(
      "(?:muito|demasiado|tao) (?:car|pequen|grand|long|alt|velh|antig|escur|barulhent)\\p{L}* | demais | duvid* | infelizmente | mas | desvantage* | preocup* | receio | medo | nao tenho certeza | problema* | pena | (?:acima|fora) do (?:meu|nosso) orcamento",
    ),
    ownName: anyOf("sou | sou o | sou a | chamo-me | me chamo | meu nome e | o meu nome e | cumprimentos"),
  },
  es: {
    wish: anyOf(
      "busco | buscamos | estoy buscando | estamos buscando | interes* | quiero | queremos | quisiera | quisieramos | me gustaria | nos gustaria | visitar | comprar | alquilar | pedir | prueba de conduccion",
    ),
    question: startingWith(
      "que|quien\\p{L}*|donde|cuando|como|cuant\\p{L}*|cual\\p{L}*|por que|puedo|podemos|puede|pueden|se puede|es posible|es|esta|estan|son|tiene\\p{L}*|hay|sera",
      "y|o|pero|tambien|hola|buen\\p{L}* \\p{L}*",
    ),
    indirect: anyOf("gustaria saber|quisier* saber|quer* saber|quiero saber|me pregunto|mi pregunta es"),
    objection: anyOf(
      "demasiad* | muy (?:car|pequen|grand|lejos|alt|viej|antigu|oscur|ruidos)\\p{L}* | dud* | desafortunadamente | por desgracia | pero | inconveniente* | desventaja* | preocup* | miedo | no estoy segur* | problema* | lastima | (?:fuera|encima) de (?:mi|nuestro) presupuesto",
    ),
    ownName: anyOf("soy | me llamo | mi nombre es | saludos"),
  },
};
