/** The test box: what Sophie's detector makes of a sentence, on which words, how sure, and what would change it. */
import { explain } from "./detector.js";

const NAMES = {
  demo_request: "Wil komen kijken",
  price_question: "Ingewikkelde prijsvraag",
  human_request: "Wil een mens spreken",
};
const LIST_PRICE = "Vraagt een vaste prijs: Sophie antwoordt zelf";
const EXAMPLES = [
  "Ik wil niet met een chatbot praten",
  "Zit er nog wat rek in de prijs?",
  "We hebben het huis zaterdag al bezichtigd",
  "Posso agendar uma visita e falar com alguém?",
  "What does it cost?",
];
const CHARS_READ = 4_000;

const field = document.getElementById("zin");
const percent = (share) => `${Math.round(share * 100)} %`;

function element(name, text = "", className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

/** The sentence itself, with what was found in it marked. */
function marked(text, spans) {
  const parts = [];
  let end = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.start < end) continue;
    parts.push(text.slice(end, span.start), element("mark", text.slice(span.start, span.end)));
    end = span.end;
  }
  return [...parts, text.slice(end)];
}

function card({ signal, contributions, without }) {
  const article = element("article", "", "vondst");
  const isListPrice = signal.complex === false;
  article.append(
    element("h3", isListPrice ? LIST_PRICE : NAMES[signal.type]),
    element("p", `${percent(signal.confidence)} zeker`, "zeker"),
  );
  const rows = element("dl");
  for (const { words, span, share } of contributions) {
    if (Math.abs(share) < 0.005) continue;
    const row = element("div");
    const weight = `${share < 0 ? "−" : "+"}${percent(Math.abs(share))}`;
    row.append(element("dt", span === null ? "al het andere" : `“${words}”`), element("dd", weight));
    rows.append(row);
  }
  const outcome = without.fires ? "dan telt het nog" : "dan telt het niet";
  article.append(
    rows,
    element("p", `Zonder “${without.words}”: ${percent(without.confidence)}, ${outcome}.`),
  );
  return article;
}

function read() {
  const text = field.value;
  const { findings } = explain(text);
  const spans = findings.flatMap(({ signal }) => signal.spans);
  document.getElementById("gelezen").replaceChildren(...marked(text, spans));
  document.getElementById("te-lang").hidden = text.length <= CHARS_READ;
  const calm = element("p", "Niets waarvoor een mens nodig is. Sophie antwoordt zelf.", "rustig");
  const cards = findings.map(card);
  document.getElementById("oordeel").replaceChildren(...(cards.length > 0 ? cards : [calm]));
}

for (const example of EXAMPLES) {
  const button = element("button", example);
  button.type = "button";
  button.addEventListener("click", () => {
    field.value = example;
    read();
  });
  document.getElementById("voorbeelden").append(" ", button);
}
field.addEventListener("input", read);
read();
