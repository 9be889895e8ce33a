// Een pagina op papier. Een grafiek is getekend voor de breedte van het scherm. Wie met Ctrl+P of de
// knop van de monitor afdrukt, wacht even: de pagina wordt zo breed als een A4, de grafieken worden
// opnieuw getekend, en dan gaat zij naar de printer. Wie het menu van de browser gebruikt, krijgt de
// grafieken van het scherm, groter of kleiner gemaakt tot zij even breed zijn.
(() => {
  if (window.dekkendAfdrukken) return;
  window.dekkendAfdrukken = true;
  const PAPER = 686; // beeldpunten: 182 mm, een A4 zonder marges (monitor.css)
  const LARGEST = 1.2; // daarboven worden de letters groter dan die van de tekst
  const PATIENCE = 4_000;
  const root = document.documentElement;
  const all = (selector) => [...document.querySelectorAll(selector)];

  // Koppelingen naar een andere pagina staan niet op papier; een lijst van scholen wel.
  const mark = () => {
    for (const link of all('.stMain [data-testid="stPageLink"]')) {
      const words = link.innerText.trim();
      if (!/(^|\n)(Naar|Meer in) \S/.test(words)) continue;
      link.dataset.opPapier = "niet";
      const column = link.closest('[data-testid="stColumn"]');
      if (column && column.innerText.trim() === words) column.dataset.opPapier = "niet";
    }
  };
  const fit = () => {
    mark();
    for (const chart of all(".stPlotlyChart .js-plotly-plot")) {
      const width = chart.querySelector(".svg-container")?.offsetWidth || 0;
      if (width) chart.style.setProperty("--op-papier", Math.min(LARGEST, PAPER / width).toFixed(4));
    }
  };
  window.addEventListener("beforeprint", fit);

  const isDrawn = () =>
    all(".stPlotlyChart .svg-container").every((chart) =>
      Math.abs(chart.offsetWidth - chart.closest(".stPlotlyChart").offsetWidth) < 3);
  const drawn = async () => {
    const until = Date.now() + PATIENCE;
    await pause(300);
    while (!isDrawn() && Date.now() < until) await pause(100);
  };
  const pause = (time) => new Promise((done) => setTimeout(done, time));
  const print = window.print;
  let isBusy = false;
  window.print = async () => {
    if (isBusy) return;
    isBusy = true;
    root.classList.add("afdruk");
    try {
      // Twee keer: na één keer staat de legenda van een kaart nog over de kaart heen.
      for (const width of [PAPER - 4, PAPER]) {
        root.style.setProperty("--papier", `${width}px`);
        await drawn();
      }
      print.call(window);
    } finally {
      root.classList.remove("afdruk");
      root.style.removeProperty("--papier");
      isBusy = false;
    }
  };
  window.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "p" || event.shiftKey || event.altKey) return;
    if (!(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    window.print();
  }, true);
})();
