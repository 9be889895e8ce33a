// De knop Vorige maakt de laatste keuze ongedaan, in één keer. Streamlit maakt van elk stukje van het
// adres dat de server schrijft een stap: ook van wat niemand koos, en van één keuze soms twee. Hier
// is één keuze één stap; wat de server daarna nog schrijft, verandert het adres van die stap.
(() => {
  if (window.dekkendTerug) return;
  window.dekkendTerug = true;
  let isTouched = false; // iemand deed iets sinds de server het laatst iets hoorde
  let isChosen = false; // en de server hoorde dat: wat hij nu schrijft, is een keuze
  const touch = (event) => {
    if (event.isTrusted) isTouched = true;
  };
  for (const name of ["pointerdown", "click", "keydown", "input", "change"])
    window.addEventListener(name, touch, { capture: true, passive: true });
  window.addEventListener("popstate", () => {
    isTouched = isChosen = false;
  });
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (...message) {
    isChosen ||= isTouched;
    isTouched = false;
    return send.apply(this, message);
  };
  const push = history.pushState;
  history.pushState = function (...where) {
    const step = isChosen ? push : history.replaceState;
    isChosen = false;
    return step.apply(this, where);
  };
})();
