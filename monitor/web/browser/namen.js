// Namen die uit elkaar te houden zijn voor wie een pagina hoort en niet ziet. Twee koppelingen "Naar
// Verwijzingen" naar iets anders, en twee tabellen "Als tabel", krijgen erbij waar zij over gaan: wat
// er op het scherm naast of boven staat.
(() => {
  if (window.dekkendNamen) return;
  window.dekkendNamen = true;
  const LINK = '.stMain a[data-testid="stPageLink-NavLink"]';
  const TABLE = '.stMain [role="region"][aria-label]';
  const ABOVE = '.stMain :is(h1, h2, h3, h4), .stMain [role="figure"][aria-label]';
  const LONGEST = 90;
  const clean = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const short = (text) => {
    const words = clean(text).replace(/^\d+\.\s+/, "");
    return words.length > LONGEST ? `${words.slice(0, LONGEST).replace(/\s+\S*$/, "")} …` : words;
  };

  // De eerste woorden van de kaart of de regel waarin een koppeling staat.
  const besideLink = (link) => {
    for (let block = link.parentElement; block && !block.matches(".stMain"); block = block.parentElement) {
      const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const around = text.parentElement;
        if (clean(text.data) && !around.closest("a, button, style, script, [aria-hidden], .js-plotly-plot"))
          return short(around.closest("p, li, h1, h2, h3, h4, div").textContent);
      }
    }
    return "";
  };
  const aboveTable = (table, above) => {
    const before = above.filter(
      (one) => table.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING,
    );
    const last = before.at(-1);
    return short(last?.getAttribute("aria-label") ?? last?.textContent);
  };
  // De naam die er zonder ons stond: React schrijft een nieuwe over de onze heen.
  const own = (element) => {
    const now = element.getAttribute("aria-label");
    if (element.dataset.naam === undefined || now !== element.dataset.naam) {
      element.dataset.eigen = now ?? "";
      delete element.dataset.naam;
    }
    return element.dataset.eigen;
  };
  const give = (element, name) => {
    if (name) {
      if (element.dataset.naam === name) return;
      element.dataset.naam = name;
      element.setAttribute("aria-label", name);
    } else if (element.dataset.naam !== undefined) {
      if (element.dataset.eigen) element.setAttribute("aria-label", element.dataset.eigen);
      else element.removeAttribute("aria-label");
      delete element.dataset.naam;
    }
  };
  const tell = (elements, nameOf, isSame, subjectOf, isNumbered) => {
    const names = new Map();
    for (const one of elements) {
      own(one);
      names.set(nameOf(one), [...(names.get(nameOf(one)) ?? []), one]);
    }
    for (const [name, group] of names) {
      const taken = new Set();
      const differ = group.some((one) => !isSame(one, group[0]));
      for (const one of group) {
        const subject = differ ? subjectOf(one) : "";
        let said = subject ? `${name}: ${subject}` : "";
        for (let number = 2; isNumbered && said && taken.has(said); number += 1)
          said = `${name} ${number}: ${subject}`;
        taken.add(said);
        give(one, said);
      }
    }
  };
  const look = () => {
    const above = [...document.querySelectorAll(ABOVE)];
    tell([...document.querySelectorAll(LINK)], (link) => clean(link.querySelector("p")?.textContent),
      (one, other) => one.href === other.href, besideLink, false);
    tell([...document.querySelectorAll(TABLE)], (table) => table.dataset.eigen,
      (one, other) => one === other, (table) => aboveTable(table, above), true);
  };
  // Een tabel of een venster dat schuift, is ook met het toetsenbord te schuiven.
  const reach = () => {
    for (const part of document.querySelectorAll(".stTable, .stTable > div, [data-testid=stPopoverBody]")) {
      const style = getComputedStyle(part);
      const isWide = part.scrollWidth > part.clientWidth + 1 && style.overflowX === "auto";
      const isLong = part.scrollHeight > part.clientHeight + 1 && style.overflowY === "auto";
      if (isWide || (isLong && part.matches("[data-testid=stPopoverBody]"))) part.tabIndex = 0;
      else if (part.tabIndex === 0) part.removeAttribute("tabindex");
    }
  };
  window.addEventListener("resize", reach);
  let timer = 0;
  new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => { look(); reach(); }, 150);
  }).observe(document.documentElement, {
    subtree: true, childList: true, attributes: true, attributeFilter: ["aria-label", "href"],
  });
})();
