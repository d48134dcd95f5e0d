/** Asks once whether Sophie may see what a visitor looks at, remembers the answer, and says it to her on every page. */
import { metSophie } from "./met-sophie.js";

const KEY = "toestemming";

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // A page may be forbidden to keep anything; then it asks again.
    return null;
  }
}

function choose(answer) {
  try {
    localStorage.setItem(KEY, answer);
  } catch {
    // It holds for this page.
  }
  metSophie((sophie) => sophie.consent(answer === "ja"));
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Two answers that weigh the same; not answering is an answer, too: nothing is followed meanwhile. */
function ask() {
  document.querySelector(".toestemming")?.remove();
  const answer = (text, value) => {
    const button = element("button", { type: "button", textContent: text });
    button.addEventListener("click", () => {
      choose(value);
      line.remove();
    });
    return button;
  };
  const line = element(
    "aside",
    { className: "toestemming", ariaLabel: "Privacy" },
    element("p", {
      textContent:
        "Mag Sophie, onze assistent, zien welke huizen u bekijkt? Dan weet de makelaar waar u naar zoekt. Onderaan elke pagina kunt u dat veranderen.",
    }),
    element("div", {}, answer("Dat mag", "ja"), answer("Liever niet", "nee")),
  );
  document.body.append(line);
  return line;
}

const known = remembered();
if (known === null) ask();
else metSophie((sophie) => sophie.consent(known === "ja"));

for (const button of document.querySelectorAll("[data-toestemming]")) {
  button.addEventListener("click", () => ask().querySelector("button").focus());
}
