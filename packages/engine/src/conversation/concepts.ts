/** Words that ask for the same thing, whatever the language: what lets "what does it cost" find "the price of …". */

/**
 * One concept a line, as beginnings of folded words: "geopend" holds for "geopende", too. A word that ends with `=` holds
 * only whole. Common questions to a business only; a site adds its own by writing variants.
 */
const CONCEPTS = `
openi open= opens= opened= geopend dicht= sluit close= closes= closing hour= hours= offn offen= geoffn ouvert ouvr ferm= fermez aberto abert abre abrem abier abren abrir cerrad fech horari horair heure= heures= uhrzeit
kost= kosten= kostet kostp prijs pric cost= costs= costo custo custa custam coute couten cout= prix prec preci preis teuer duur= expensiv cher= caro tarief tarif cuesta coste=
adres address adress endere direc morada anschrift locat standort
park= parke parki parken aparc estacion garer gare= stationn
telefo telep phone bellen bel= call= anruf appel ligar llama numm numero number
bezorg lever= leveren levert levering delivery deliver liefer zustell livr entrega entreg arriv aankom ankomm kommt= komt= chega llega
verzend shipp versand versend envoi envio envios portes versturen
pakket pakje packet parcel paket= colis paquet bestell order= orders= commande encomend pedido
retour return rucks zuruck devol devuel renvoy retourn terugst sendback refund
betal betaal pay= paying paym payer paiem pague pagar pagam pago= pagos= pagament zahl bezahl afreken
annul cancel storn anul opzeg kundig
garant guarant warrant
cadeau gift= geschenk gutschein regalo presente oferta= voucher
kaart card= cards= karte cartao cartoe tarjeta creditc kreditk carte= cartes=
verkop verkoop sell= selling verkauf vend= vende vendre vendez vender venta
huis= huizen woning house home= homes= haus= hauser wohnung maison logem casa= casas= vivienda
tuin= garden garten jardin jardim
kantoor bureau office buro agence agenc escritor oficin
method moyen forma= formas= manier ways= way= zahlungsart zahlungsmog
jaar= jaren= year jahr annee ano= anos=
lang= long= lange= hoelang= dur= dure dura= duurt duur dauer temps= tempo= demora tarda tardan prend= takes=
isol insul gedamm aislad isolam
energie energy energet
label classe= class clase= clases= klasse rated= rating energiekl
`;

/** What is asked of anything: when, where. */
const WEAK_CONCEPTS = `
when= wanneer= laat= until= time= wann= uhr= quand= quando= cuando= heure= hora= horas=
where= waar= waarheen= wo= onde= donde=
`;

interface Concept {
  readonly name: string;
  readonly beginnings: readonly string[];
  readonly whole: ReadonlySet<string>;
}

const table: readonly Concept[] = [...conceptsOf(WEAK_CONCEPTS, "?"), ...conceptsOf(CONCEPTS, "#")];

/** Which concept a folded word belongs to, as a term that no word can be; null for none. */
export function conceptOf(word: string): string | null {
  const found = table.find(
    ({ beginnings, whole }) => whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning)),
  );
  return found?.name ?? null;
}

/** One that says how something is asked, and not what about. */
export function isWeak(concept: string | null): boolean {
  return concept?.startsWith("?") === true;
}

function conceptsOf(lines: string, mark: string): readonly Concept[] {
  return lines
    .trim()
    .split("\n")
    .map((line, at) => {
      const words = line.split(" ");
      return {
        name: `${mark}${at}`,
        beginnings: words.filter((word) => !word.endsWith("=")),
        whole: new Set(words.filter((word) => word.endsWith("=")).map((word) => word.slice(0, -1))),
      };
    });
}
