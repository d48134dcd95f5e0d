/** The mortgage page: reads the form, shows what it comes to, and starts with the house that the link names. */
import { mortgage } from "./hypotheek.js";
import { metSophie } from "./met-sophie.js";

const form = document.getElementById("rekenblad");
const euros = new Intl.NumberFormat("nl-NL", {
  style: "currency",
  currency: "EUR",
  maximumFractionDigits: 0,
});

const price = new URLSearchParams(location.search).get("koopsom");
if (price !== null && /^[0-9]{5,7}$/.test(price)) form.elements.koopsom.value = price;

function show(id, amount) {
  document.getElementById(id).textContent = amount === null ? "–" : euros.format(amount);
}

function calculate() {
  const read = (name) => form.elements[name].valueAsNumber;
  const loan = Math.max(0, read("koopsom") - read("eigenGeld"));
  const result = form.checkValidity() ? mortgage(loan, read("rente") / 100, read("jaren") * 12) : null;
  show("per-maand", result && result.perMonth);
  show("hypotheek", result && loan);
  show("eerste-rente", result && result.firstInterest);
  show("totale-rente", result && result.totalInterest);
}

form.addEventListener("input", calculate);
form.addEventListener("change", () => metSophie((sophie) => sophie.track("calculator_used")), { once: true });
form.addEventListener("submit", (event) => event.preventDefault());
calculate();
