/** The words that ask for something, per language, as patterns over folded text (lower case, no accents). */
import type { SignalType } from "../domain/trigger.ts";

export interface Phrase {
  readonly type: Exclude<SignalType, "hot_lead">;
  /** 0–1: how sure this phrase alone makes us. */
  readonly confidence: number;
  readonly pattern: RegExp;
}

const demo = (confidence: number, source: string): Phrase => phrase("demo_request", confidence, source);
const price = (confidence: number, source: string): Phrase => phrase("price_question", confidence, source);
const human = (confidence: number, source: string): Phrase => phrase("human_request", confidence, source);

function phrase(type: Phrase["type"], confidence: number, source: string): Phrase {
  return { type, confidence, pattern: new RegExp(`(?<![a-z])(?:${source})(?![a-z])`, "g") };
}

export const PHRASES: readonly Phrase[] = [
  // Dutch
  demo(
    0.9,
    "bezichtig(?:en|ing|ingen)|bezichtigingsafspraak|kijkdag(?:en)?|open huis|rondleiding|proefrit|proefles",
  ),
  demo(0.85, "afspraak (?:te )?maken|afspraak inplannen|langs(?:komen)? (?:om te )?kijken|demo(?:nstratie)?"),
  price(
    0.9,
    "onderhandel(?:baar|en|ruimte)|bijkomende kosten|(?:over|onder)?bieden|korting(?:en|scode)?|offerte",
  ),
  price(
    0.85,
    "servicekosten|kosten koper|verborgen kosten|in termijnen|inbegrepen in de prijs|inruil(?:waarde|prijs)?",
  ),
  human(
    0.9,
    "(?:iemand|mens|persoon|medewerker|makelaar|adviseur|collega) (?:te )?(?:spreken|bellen)|echt(?:e)? (?:mens|persoon)",
  ),
  human(
    0.9,
    "(?:met )?(?:een |de )?(?:iemand|mens|persoon|medewerker|makelaar|adviseur) (?:praten|chatten)|bel me terug|teruggebeld",
  ),
  human(
    0.88,
    "(?:makelaar|medewerker|adviseur|iemand) (?:beschikbaar|bereikbaar|aanwezig)|niet met een (?:chat)?bot|geen (?:chat)?bot",
  ),
  // English
  demo(
    0.9,
    "viewing|open house|(?:see|view|visit) the (?:house|home|apartment|flat|property|place)|test drive|(?:a|book|get) (?:a )?demo|walkthrough|guided tour",
  ),
  demo(0.85, "(?:make|book|schedule) an appointment|trial lesson"),
  price(
    0.9,
    "negotiable|negotiate|room (?:in|on) the price|additional costs|extra costs|hidden (?:costs|fees)|discounts?|overbid|asking price|quote",
  ),
  price(0.85, "instal?ments|service charges?|trade[- ]in|what is included in the price|price match"),
  human(
    0.9,
    "(?:speak|talk|chat) (?:to|with) (?:a |an |some)?(?:human|person|real person|someone|somebody|agent|adviser|advisor|one|body|representative)|real (?:person|human)",
  ),
  human(
    0.88,
    "(?:not|don't) want to (?:talk|speak|chat) (?:to|with) a (?:chat)?bot|call me back|(?:agent|adviser|advisor|someone|somebody) available",
  ),
  // German
  demo(
    0.9,
    "besichtig(?:en|ung|ungen|ungstermin)|tag der offenen tur|probefahrt|vorfuhrung|fuhrung|probestunde",
  ),
  demo(0.85, "termin (?:vereinbaren|machen|ausmachen|buchen)|einen termin|eine demo"),
  price(
    0.9,
    "verhandelbar|verhandeln|verhandlungsspielraum|nebenkosten|zusatzliche kosten|rabatt(?:e|code)?|uberbieten|angebot erstellen|kostenvoranschlag",
  ),
  price(0.85, "ratenzahlung|in raten|versteckte kosten|provision|inzahlungnahme"),
  human(
    0.9,
    "(?:mit )?(?:jemandem?|einem menschen|einer person|einem mitarbeiter|einer mitarbeiterin|einem berater|einem makler) (?:sprechen|reden|chatten|telefonieren)|echte[rnm]? (?:mensch|person|menschen)",
  ),
  human(
    0.88,
    "nicht mit einem (?:chat)?bot|ruckruf|zuruckrufen|(?:makler|berater|mitarbeiter|jemand) (?:erreichbar|verfugbar|da)",
  ),
  // French
  demo(
    0.9,
    "visiter|une visite|portes ouvertes|visite guidee|essai routier|cours d'essai|demonstration|une demo",
  ),
  demo(0.85, "prendre (?:un )?rendez-vous|un rendez-vous|un rdv"),
  price(
    0.9,
    "negociable|negocier|marge de negociation|frais supplementaires|frais annexes|frais caches|remises?|reductions?|code promo|surencherir|devis",
  ),
  price(0.85, "en plusieurs fois|charges comprises|frais de notaire|valeur de reprise"),
  human(
    0.9,
    "(?:parler|discuter) (?:a|avec) (?:quelqu'un|un humain|une personne|un conseiller|une conseillere|un agent)|(?:vraie|vrai) (?:personne|humain)",
  ),
  human(
    0.88,
    "pas (?:parler )?(?:a|avec) un (?:chatbot|robot|bot)|me rappeler|rappelez-moi|(?:conseiller|agent|quelqu'un) (?:est-il |est )?disponible",
  ),
  // Portuguese
  demo(
    0.9,
    "visitar|agendar (?:uma )?visita|marcar (?:uma )?visita|uma visita|test[- ]drive|casa aberta|aula experimental|demonstracao|uma demo",
  ),
  demo(0.85, "(?:marcar|agendar) (?:um |uma )?(?:horario|consulta|reuniao)"),
  price(
    0.9,
    "negociavel|negociar|margem de negociacao|custos? adicionais|taxas? (?:extras?|adicionais|escondidas)|descontos?|orcamento|cobrir a oferta",
  ),
  price(0.85, "parcelar|parcelado|em prestacoes|esta incluido no preco|condominio"),
  human(
    0.9,
    "falar com (?:alguem|uma pessoa|um humano|um atendente|uma atendente|um corretor|um consultor|um agente)|pessoa (?:real|de verdade)|atendente humano",
  ),
  human(
    0.88,
    "nao quero falar com (?:um )?(?:robo|bot|chatbot)|me (?:liguem?|ligar)|(?:corretor|atendente|alguem) disponivel",
  ),
  // Spanish
  demo(
    0.9,
    "visitar|una visita|jornada de puertas abiertas|prueba de manejo|prueba de conduccion|clase de prueba|demostracion|una demo",
  ),
  demo(0.85, "(?:pedir|concertar|agendar|hacer|reservar) (?:una )?cita|una cita"),
  price(
    0.9,
    "negociable|negociar|margen de negociacion|gastos adicionales|costes? adicionales|costos? adicionales|gastos ocultos|descuentos?|presupuesto|cotizacion|rebajar",
  ),
  price(0.85, "a plazos|en cuotas|esta incluido en el precio|comision"),
  human(
    0.9,
    "hablar con (?:alguien|una persona|un humano|un agente|un asesor|una asesora|un representante)|persona (?:real|de verdad)",
  ),
  human(
    0.88,
    "no quiero hablar con (?:un )?(?:robot|bot|chatbot)|me (?:llamen|llamais|llame)|(?:agente|asesor|alguien) disponible",
  ),
];

/** Words before a phrase that turn it round: declined, done already, or only quoted. */
export const TURNED_ROUND =
  /(?<![a-z])(?:geen|hoef(?:t|ven)? (?:geen|niet)|niet nodig|heb al|hebben al|had al|no need|don't need|do not need|already|not interested in|kein(?:e|en|er)?|brauche (?:kein|nicht)|bereits|habe schon|pas besoin|deja|nao preciso|ja (?:falei|visitei|fiz)|no necesito|ya (?:he|hable|visite|hice))(?![a-z])[^.!?]{0,40}$/;

/** Requests for a person are often put as a refusal of the bot; their own "not" belongs to them. */
export const OWN_NEGATION = /(?:bot|robot|robo|chatbot)$/;
