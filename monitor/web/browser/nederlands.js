
// Streamlits eigen teksten in het Nederlands: het heeft daar geen instelling voor.
(() => {
  if (window.dekkendNederlands) return;
  window.dekkendNederlands = true;
  document.documentElement.lang = "nl";
  const words = {
    "Skip to main content": "Naar de inhoud",
    "App pages": "Pagina’s",
    "Sidebar": "Zijbalk",
    "Collapse sidebar": "Zijbalk inklappen",
    "Expand sidebar": "Zijbalk uitklappen",
    "Navigate to home page": "Naar de eerste pagina",
    "Link to heading": "Koppeling naar dit kopje",
    "Main menu": "Menu",
    "Close": "Sluiten",
    "Cancel": "Annuleren",
    "Copy": "Kopiëren",
    "Copy to clipboard": "Kopiëren",
    "Copied": "Gekopieerd",
    "Upload": "Kies bestanden",
    "file upload": "Bestanden kiezen",
    "add icon": "Toevoegen",
    "Choose date": "Kies een datum",
    "Previous month": "Vorige maand",
    "Next month": "Volgende maand",
    "Choose date range": "Kies een periode",
    "Clear date": "Datum wissen",
    "Clear dates": "Datums wissen",
    "Date range": "Periode",
    "Quick select a date range": "Kies snel een periode",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.":
      "Met de pijltjes gaat u langs de dagen, met Enter kiest u er een, met Escape sluit u dit.",
    "yyyy": "jjjj",
    "Add files": "Bestanden toevoegen",
    "Browse files": "Kies bestanden",
    "Drag and drop a file here": "Sleep een bestand hierheen",
    "Drag and drop file here": "Sleep een bestand hierheen",
    "Drag and drop files here": "Sleep bestanden hierheen",
    "Click to retry upload": "Klik om het opnieuw te proberen",
    "Upload failed": "Het bestand kwam niet over",
    "Error:": "Fout:",
    "Connection lost. Please wait for the app to reconnect, then try again.":
      "Er was geen verbinding.",
    "Too many files": "Te veel bestanden",
    "Only one file is allowed.": "Er kan maar één bestand tegelijk.",
    "File size is too small.": "Het is te klein.",
    "Unexpected error. Please try again.": "Er ging iets mis.",
    "Clear all": "Alles wissen",
    "Clear value": "Wissen",
    "Clear entry": "Wissen",
    "Clear selection": "Selectie wissen",
    "Select all": "Alles kiezen",
    "Selected values": "Gekozen",
    "Selectbox options": "Keuzes",
    "Multiselect options": "Keuzes",
    "No results": "Niets gevonden",
    "No options": "Geen keuzes",
    "No options to select": "Er is niets te kiezen",
    "Choose an option": "Kies",
    "Choose options": "Kies",
    "Press Enter to apply": "Druk op Enter om te zoeken",
    "Press Enter to submit form": "Druk op Enter",
    "Invalid input.": "Dit kan hier niet.",
    "Increment": "Meer",
    "Decrement": "Minder",
    "Next page": "Volgende bladzijde",
    "Previous page": "Vorige bladzijde",
    "Pagination": "Bladzijden",
    "Search": "Zoeken",
    "Close Search": "Zoeken sluiten",
    "Next Result": "Volgende",
    "Previous Result": "Vorige",
    "Show/hide columns": "Kolommen tonen of verbergen",
    "Download as CSV": "Als CSV bewaren",
    "Download failed": "Bewaren lukte niet",
    "Fullscreen": "Groter tonen",
    "Close fullscreen": "Kleiner tonen",
    "Dataframe column menu": "Kolommenu",
    "Sort ascending": "Oplopend sorteren",
    "Sort descending": "Aflopend sorteren",
    "Hide column": "Kolom verbergen",
    "Pin column": "Kolom vastzetten",
    "Unpin column": "Kolom losmaken",
    "Autosize": "Passend breed",
    "Statistics": "Overzicht",
    "Format": "Weergave",
    "Copy column name": "Kolomnaam kopiëren",
    "No data": "Geen gegevens",
    "Failed to load data": "De gegevens kwamen niet over",
    "Scroll tabs left": "Tabbladen naar links",
    "Scroll tabs right": "Tabbladen naar rechts",
    "Running...": "Bezig…",
    "Stop": "Stoppen",
    "Rerun": "Vernieuwen",
    "Print": "Afdrukken",
    "Notifications": "Meldingen",
    "Connecting": "Verbinden",
    "Connecting to Streamlit server": "Verbinden met de monitor",
    "Connection error": "Geen verbinding",
    "Connection timed out.":
      "De monitor antwoordt niet. Laad de pagina opnieuw; wat u bewaarde of leverde, is er nog.",
    "Network Error": "Geen verbinding",
    "Unable to connect to Streamlit server": "De monitor antwoordt niet",
    "Streamlit server is not responding. Are you connected to the internet?":
      "De monitor antwoordt niet. Is hij gestopt, of is er geen netwerk? Zodra hij er weer is, gaat " +
      "deze pagina verder; anders laadt u haar opnieuw. Wat u bewaarde of leverde, is er nog; wat u nog " +
      "aan het typen was, misschien niet.",
    "Something went wrong": "Er ging iets mis",
    "Try again": "Probeer opnieuw",
    "Unknown error": "Onbekende fout",
    "Page not found": "Deze pagina bestaat niet",
  };
  const patterns = [
    [/^Remove (.+)$/, "$1 weghalen"],
    [/^Cancel upload of (.+)$/, "$1 toch niet sturen"],
    [/^Select (\d+) match(es)?$/, "Kies deze $1"],
    [/^(\d+(?:\.\d+)?) ?([KMG]B) per file(?: • (.+))?$/, "ten hoogste $1 $2 per bestand $3"],
    [/^Limit (\d+(?:\.\d+)?) ?([KMG]B) per file(?: • (.+))?$/, "ten hoogste $1 $2 per bestand $3"],
    [/^File must be (\d+(?:\.\d+)?) ?([KMG]?B) or smaller\.?$/,
      (_, size, unit) => `Het is groter dan ${bytes(size, unit)}.`],
    [/^File is larger than (.+)$/, "Het is groter dan $1."],
    [/^(?:Error: )?(?:AxiosError: )?Request failed with status code (\d+)$/,
      (_, code) => refused[code] ?? `De monitor kon het niet aannemen (fout ${code}).`],
    [/^(?:Error: )?AxiosError\b.*$/, "De verbinding werd verbroken."],
    [/^Number is outside the allowed range\. Please enter a value between (\S+) and (\S+)\.$/,
      (_, low, high) => `Kies een getal van ${comma(low)} tot en met ${comma(high)}.`],
    [/^Number is below the allowed range\. Please enter a value greater than or equal to (\S+)\.$/,
      (_, low) => `Kies ${comma(low)} of hoger.`],
    [/^Number is above the allowed range\. Please enter a value less than or equal to (\S+)\.$/,
      (_, high) => `Kies ${comma(high)} of lager.`],
    [/^Choose (date|date range), (.+)$/, (_, what, date) => `${words[`Choose ${what}`]}, ${date}`],
    [/^Showing page (\d+) of (\d+)$/, "Bladzijde $1 van $2"],
    [/^Page (\d+)$/, "Bladzijde $1"],
    [/^Help for (.+)$/, "Uitleg bij $1"],
    // De knoppen van een tabel noemen ook de tabel: "Download as CSV: Versheid per bron".
    [
      /^(Show\/hide columns|Download as CSV|Search|Fullscreen|Close fullscreen): (.+)$/,
      (_, what, table) => `${words[what]}: ${table}`,
    ],
    // Een pictogram staat naast een woord; zijn Engelse naam zegt niets meer.
    [/^[a-z_]+ icon$/, "pictogram"],
    [/^day, (.+)$/, "dag, $1"],
    [/^month, (.+)$/, "maand, $1"],
    [/^year, (.+)$/, "jaar, $1"],
    [/^(.+), (\d+\.\d)([KMG]?B)$/, (_, file, size, unit) => `${file}, ${bytes(size, unit)}`],
    [/^(\d+(?:\.\d+)?) ?(B|[KMG]B)$/, (_, size, unit) => bytes(size, unit)],
    [/^(.+) is not a valid file type\.?$/, "$1 is geen soort bestand dat de monitor leest."],
  ];
  const refused = {
    400: "De monitor kon het niet lezen.",
    401: "U bent niet meer aangemeld.",
    403: "U bent niet meer aangemeld.",
    404: "De monitor is intussen opnieuw gestart.",
    413: "Het is te groot.",
    429: "Er kwamen te veel bestanden tegelijk.",
    507: "De schijf van de monitor is vol.",
  };
  const attributes = ["aria-label", "title", "placeholder", "alt"];

  const comma = (number) => number.replace(".", ",");
  const bytes = (size, unit) => {
    const number = size.replace(/\.0$/, "").replace(".", ",");
    return unit === "B" ? `${number} ${number === "1" ? "byte" : "bytes"}` : `${number} ${unit}`;
  };
  const translate = (text) => {
    const plain = text.trim();
    if (plain.startsWith("Error: ")) return `Fout: ${translate(plain.slice(7))}`;
    if (Object.hasOwn(words, plain)) return text.replace(plain, words[plain]);
    for (const [pattern, dutch] of patterns)
      if (pattern.test(plain)) return plain.replace(pattern, dutch).trim();
    return text;
  };
  const translateText = (node) => {
    const dutch = translate(node.data);
    if (dutch !== node.data) node.data = dutch;
  };
  const translateAttributes = (element) => {
    // Een sleepvlak met een naam kan geen "presentation" zijn.
    if (element.getAttribute("data-testid") === "stFileUploaderDropzone")
      element.setAttribute("role", "group");
    for (const name of attributes) {
      const text = element.getAttribute(name);
      if (!text) continue;
      const dutch = translate(text);
      if (dutch !== text) element.setAttribute(name, dutch);
    }
  };
  // Een grafiek heeft honderden knopen en geen teksten van Streamlit.
  const skipped = ".js-plotly-plot, .stMarkdown, table";
  const translateAll = (root) => {
    if (root.nodeType === Node.TEXT_NODE) {
      if (!root.parentElement?.closest(skipped)) translateText(root);
      return;
    }
    if (root.nodeType !== Node.ELEMENT_NODE || root.parentElement?.closest(".js-plotly-plot"))
      return;
    translateAttributes(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
      acceptNode: (node) =>
        node.nodeType === Node.ELEMENT_NODE && node.matches(".js-plotly-plot")
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_ACCEPT,
    });
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.nodeType === Node.ELEMENT_NODE) translateAttributes(node);
      else if (!node.parentElement?.closest(skipped)) translateText(node);
  };
  new MutationObserver((changes) => {
    for (const change of changes)
      if (change.type === "childList") change.addedNodes.forEach(translateAll);
      else if (change.type === "attributes") translateAttributes(change.target);
      else translateAll(change.target);
  }).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: attributes,
  });
  translateAll(document.documentElement);
})();
