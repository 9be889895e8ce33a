// Een veld dat zegt wat er niet kan. Streamlit kleurt een getal buiten de grenzen rood en doet met
// de knop eronder niets; hier staat wat er wel kan, en de knop gaat naar het veld.
(() => {
  if (window.dekkendVelden) return;
  window.dekkendVelden = true;
  const FIELD = '[data-testid="stNumberInput"]';
  const dutch = (number) => String(number).replace(".", ",");
  const advice = (input) => {
    const [value, min, max] = [input.value, input.min, input.max];
    if (value !== "" && min !== "" && Number(value) < Number(min))
      return `Kies ${dutch(min)} of hoger.`;
    if (value !== "" && max !== "" && Number(value) > Number(max))
      return `Kies ${dutch(max)} of lager.`;
    if (min !== "" && max !== "") return `Kies een getal van ${dutch(min)} tot en met ${dutch(max)}.`;
    return "Vul een getal in.";
  };
  const look = (input) => {
    const field = input.closest(FIELD);
    if (!field) return;
    const words = input.getAttribute("aria-invalid") === "true" ? advice(input) : "";
    if (!words) delete field.dataset.melding;
    else if (field.dataset.melding !== words) field.dataset.melding = words;
  };
  new MutationObserver((changes) => changes.forEach(({ target }) => look(target))).observe(
    document.documentElement,
    { subtree: true, attributes: true, attributeFilter: ["aria-invalid"] },
  );
  document.addEventListener("input", (event) => {
    if (event.target.matches?.(`${FIELD} input`)) setTimeout(look, 0, event.target);
  });
  // Een getypte datum telt bij Streamlit pas als het veld verlaten wordt: met Enter ook.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches?.('[data-testid="stDateInput"] input')) return;
    setTimeout(() => event.target.blur(), 0);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.('[data-testid="stFormSubmitButton"] button');
    const wrong = button?.closest('[data-testid="stForm"]')?.querySelector(
      `${FIELD} input[aria-invalid="true"]`,
    );
    if (!wrong) return;
    wrong.scrollIntoView({ block: "center" });
    wrong.focus();
  }, true);
})();
