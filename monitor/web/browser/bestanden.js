// Bestanden die onderweg zijn. De server ziet alleen wat aankwam; wat gekozen is en wat mislukte,
// weet alleen de browser. Zolang dat niet hetzelfde is, is er geen knop om te leveren
// (monitor.css: `data-bestanden`), en hier staat welk bestand er niet is en wat u kunt doen.
(() => {
  if (window.dekkendBestanden) return;
  window.dekkendBestanden = true;
  const PATIENCE = 15_000; // zo lang mag het duren tot een gekozen bestand in de lijst staat
  const HIDDEN = [".DS_Store", "Thumbs.db"]; // slaat Streamlit zelf over
  const BOX = '[class*="st-key-leveringen_bestanden_"]';
  const all = (root, selector) => [...(root?.querySelectorAll(selector) ?? [])];
  const nameOf = (chip) => chip.querySelector('[data-testid="stFileChipName"]')?.title ?? "";

  let box = null; // het vak waarin nu bestanden liggen
  let awaited = []; // {name, more, since}: gekozen, en nog niet in de lijst
  const expect = (event, files) => {
    const here = event.target.closest?.(BOX);
    if (!here) return;
    const there = all(here, '[data-testid="stFileChip"]').map(nameOf);
    for (const { name } of files) {
      if (HIDDEN.includes(name)) continue;
      const waiting = awaited.filter((one) => one.name === name && !isLate(one)).length;
      awaited = awaited.filter((one) => one.name !== name || !isLate(one));
      const more = there.filter((one) => one === name).length + waiting + 1;
      awaited.push({ name, more, since: Date.now() });
    }
    setTimeout(look, PATIENCE + 100);
    look();
  };
  const isLate = (one) => Date.now() - one.since > PATIENCE;
  document.addEventListener("change", (event) => {
    if (event.target.type === "file") expect(event, [...event.target.files]);
  }, true);
  document.addEventListener("drop", (event) => {
    const items = [...(event.dataTransfer?.items ?? [])].filter((item) => item.kind === "file");
    // Van een map is hier niet te zien wat erin zit.
    if (!items.some((item) => item.webkitGetAsEntry?.()?.isDirectory))
      expect(event, [...(event.dataTransfer?.files ?? [])]);
  }, true);

  const reasonOf = (chip) => {
    const words = chip.querySelector("[role=alert]")?.lastChild?.textContent ?? "";
    const reason = words.trim().replace(/\.$/, "");
    return reason.charAt(0).toLowerCase() + reason.slice(1);
  };
  const look = () => {
    const place = document.getElementsByClassName("bestanden-onderweg")[0];
    const now = place ? document.querySelector(BOX) : null;
    if (now !== box) {
      if (box) awaited = [];
      box = now;
    }
    if (!box) return;
    const chips = all(box, '[data-testid="stFileChip"]');
    const names = chips.map(nameOf);
    awaited = awaited.filter(
      (one) => names.filter((name) => name === one.name).length < one.more,
    );
    const failed = chips.filter((chip) => chip.getAttribute("aria-invalid") === "true");
    const moving = chips.filter((chip) =>
      chip.querySelector('[data-testid="stFileChipIconSpinner"]'));
    const arrived = chips.length - failed.length - moving.length;
    const judged = Number(document.querySelector(".bestanden-gekeurd")?.dataset.aantal ?? 0);
    const isDone = !failed.length && !moving.length && !awaited.length && arrived === judged;
    document.documentElement.dataset.bestanden = isDone ? "klaar" : "wachten";

    const lost = awaited.filter(isLate);
    const lines = failed.map((chip) => [nameOf(chip), ` is niet aangekomen: ${reasonOf(chip)}.`]);
    lines.push(...lost.map((one) => [one.name, " is niet aangekomen: er was geen verbinding."]));
    if (failed.length)
      lines.push(["", "Haal wat niet aankwam met ✕ uit de lijst en kies het opnieuw. Zolang niet " +
        "alle gekozen bestanden er zijn, wordt er niets geleverd."]);
    else if (lost.length)
      lines.push(["", "Kies het opnieuw, of laad deze pagina opnieuw en kies alles nog eens."]);
    const coming = moving.length + awaited.length - lost.length;
    if (coming)
      lines.push(["", `Van de ${chips.length + awaited.length} gekozen bestanden zijn er ` +
        `${arrived} aangekomen; de andere zijn onderweg.`]);
    say(place, lines, failed.length + lost.length > 0);
  };
  // Alleen wat anders is wordt geschreven: het vak wordt voorgelezen als het verandert.
  const say = (place, lines, isWrong) => {
    const text = JSON.stringify(lines);
    if (place.dataset.tekst === text) return;
    place.dataset.tekst = text;
    place.classList.toggle("mis", isWrong);
    place.replaceChildren(...lines.map(([name, words]) => {
      const line = document.createElement("p");
      if (name) line.append(Object.assign(document.createElement("strong"), { textContent: name }));
      line.append(words);
      return line;
    }));
  };
  let isPlanned = false;
  new MutationObserver(() => {
    if (isPlanned) return;
    isPlanned = true;
    queueMicrotask(() => { isPlanned = false; look(); });
  }).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: ["aria-invalid", "data-aantal", "title"],
  });
  look();
})();
