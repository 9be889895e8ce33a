// Bewaart elk antwoord zodra het gegeven is. Zonder dit script werkt de bladzijde met de knop eronder.
// Wat nog niet bewaard is staat in sessionStorage, en gaat daaruit zodra de server het heeft.
(() => {
  const form = document.querySelector("form[data-bewaar]");
  if (!form || !window.fetch || !window.URLSearchParams) return;
  const AGAIN = 10000, PAUSE = 2000;
  const memory = `invullen.${form.dataset.lijst}.`;
  const busy = new Map();     // sleutel -> wat onderweg is
  const timers = new Map();   // sleutel -> wanneer het verstuurd wordt
  let isLeaving = false;

  const questions = () => [...form.querySelectorAll("fieldset.vraag")];
  const of = (key) => questions().find((one) => one.dataset.key === key);
  const card = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(18));
    return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_");
  };
  const here = new Map();
  const store = (key, text) => {
    if (text === null) here.delete(key); else here.set(key, text);
    try {
      if (text === null) sessionStorage.removeItem(memory + key);
      else sessionStorage.setItem(memory + key, text);
    } catch { /* vol of verboden: dan alleen op de bladzijde */ }
  };
  const kept = (key) => {
    if (here.has(key)) return here.get(key);
    try { return sessionStorage.getItem(memory + key); } catch { return null; }
  };
  const tell = (question, text, waits) => {
    const line = question.querySelector(".stand");
    if (line.textContent !== text) line.textContent = text;
    line.classList.toggle("wacht", Boolean(waits));
  };
  const fault = (question, text) => {
    let line = question.querySelector(".fout");
    const field = question.querySelector("input[type=text], textarea, select");
    if (!text) {
      if (line) line.remove();
      if (field) field.removeAttribute("aria-invalid");
      return;
    }
    if (!line) {
      line = document.createElement("p");
      line.className = "fout";
      line.setAttribute("role", "alert");
      question.querySelector(".stand").before(line);
    }
    line.textContent = text;
    if (field) field.setAttribute("aria-invalid", "true");
  };

  // Wat er nu in de vraag staat, zoals het formulier het zou sturen.
  const body = (question) => {
    const sent = new URLSearchParams();
    for (const field of question.querySelectorAll("input, textarea, select")) {
      if (!field.name || ((field.type === "radio" || field.type === "checkbox") && !field.checked)) continue;
      sent.append(field.name, field.value);
    }
    sent.set("sleutel", question.dataset.key);
    sent.set("geopend", form.elements.geopend.value);
    sent.set("kaartje", card());
    return sent;
  };

  const send = async (question) => {
    const key = question.dataset.key;
    clearTimeout(timers.get(key));
    timers.delete(key);
    if (busy.has(key)) { busy.get(key).again = true; return; }
    const text = kept(key);
    if (!text) return;
    const state = { again: false };
    busy.set(key, state);
    tell(question, "bewaren …", false);
    let wait = false;
    try {
      const answer = await fetch(form.dataset.bewaar, {
        method: "POST", credentials: "same-origin", body: new URLSearchParams(text),
      });
      const isJson = (answer.headers.get("content-type") || "").startsWith("application/json");
      const said = isJson ? await answer.json() : {};
      if (answer.ok) done(question, text, said);
      else if (answer.status === 401) { signIn(question); wait = true; }
      else if (answer.status === 422 || answer.status === 409) {
        if (kept(key) === text) store(key, null);
        fault(question, said.fout || "Niet bewaard.");
        tell(question, "niet bewaard", true);
      } else if (answer.status === 403 || answer.status === 404 || answer.status === 413) {
        tell(question, "Niet bewaard. Wat u typte staat hier nog; ververs de bladzijde.", true);
      } else { later(question, said.fout); wait = true; }
    } catch {
      later(question, "");
      wait = true;
    }
    busy.delete(key);
    if (wait) timers.set(key, setTimeout(() => send(question), AGAIN));
    else if (state.again || (kept(key) && kept(key) !== text)) send(renew(question));
  };
  const later = (question, why) => tell(question,
    why || "Niet bewaard: geen verbinding. Uw antwoord staat hier nog; wij proberen het over 10 seconden.", true);
  const signIn = (question) => {
    tell(question, "Niet bewaard: uw aanmelding is afgelopen. Wat u typte staat hier nog. ", true);
    const way = document.createElement("a");
    way.href = `${form.dataset.bewaar.split("/vragenlijst/")[0]}/aanmelden`;
    way.target = "_blank";
    way.textContent = "Meld u opnieuw aan (nieuw tabblad)";
    question.querySelector(".stand").append(way);
  };
  // Wat intussen veranderd is, gezien het antwoord dat net bewaard is.
  const renew = (question) => { store(question.dataset.key, body(question).toString()); return question; };

  const done = (question, text, said) => {
    const key = question.dataset.key;
    if (kept(key) === text) store(key, null);
    question.querySelector(`[name="g.${CSS.escape(key)}"]`).value = said.nummer;
    fault(question, "");
    tell(question, said.stand, false);
    const old = question.querySelector(".paar");
    if (old) old.remove();
    if (said.paar) question.querySelector(".stand").insertAdjacentHTML("beforebegin", said.paar);
    for (const one of question.querySelectorAll(".vorig button")) one.remove();
    const asked = new Set(said.gevraagd);
    for (const one of questions()) {
      if (!isRowOf(one, said)) continue;
      one.hidden = !asked.has(one.dataset.key);
      const mark = one.nextElementSibling;
      if (!one.hidden && mark && mark.name === "verborgen") mark.remove();
    }
  };
  // Een rij die er nog niet is, kent de server niet: die blijft zoals zij staat.
  const isRowOf = (one, said) => {
    const row = one.dataset.key.split("@").slice(1).join("@");
    return said.gevraagd.some((key) => key.split("@").slice(1).join("@") === row);
  };

  const changed = (question, wait) => {
    const key = question.dataset.key;
    store(key, body(question).toString());
    clearTimeout(timers.get(key));
    if (wait) timers.set(key, setTimeout(() => send(question), wait));
    else send(question);
  };
  const isText = (field) => field.matches("input[type=text], textarea");
  const isPart = (question) => question.querySelectorAll("input[type=text], textarea, select").length > 1
    && ["document", "leeftijd_bewijs"].includes(question.dataset.soort);
  const isWhole = (question) => [...question.querySelectorAll("input[type=text], select")].every((one) => one.value.trim());

  form.addEventListener("input", (event) => {
    const question = event.target.closest("fieldset.vraag");
    if (!question || !isText(event.target)) return;
    if (question.querySelectorAll("input[type=checkbox][name^='i.']:checked").length && !event.target.name.startsWith("b."))
      for (const one of question.querySelectorAll("input[type=checkbox][name^='i.']")) one.checked = false;
    if (isPart(question) && !isWhole(question)) return;
    if (["tekst", "lange_tekst"].includes(question.dataset.soort) && !event.target.name.startsWith("b.")) changed(question, PAUSE);
    else store(question.dataset.key, body(question).toString());
  });
  form.addEventListener("change", (event) => {
    const question = event.target.closest("fieldset.vraag");
    if (!question) return;
    if (event.target.name.startsWith("i.") && event.target.checked) {
      for (const one of question.querySelectorAll("input[type=text], textarea")) if (!one.name.startsWith("b.")) one.value = "";
      for (const one of question.querySelectorAll("input[type=checkbox]")) if (one !== event.target) one.checked = false;
    } else if (event.target.type === "checkbox") {
      for (const one of question.querySelectorAll("input[type=checkbox][name^='i.']")) one.checked = false;
    }
    if (isPart(question) && !isWhole(question) && !event.target.name.startsWith("i.")) return;
    changed(question, 0);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input")) return;
    event.preventDefault();
    const question = event.target.closest("fieldset.vraag");
    if (question && isText(event.target)) changed(question, 0);
  });
  // Klopt nog, zonder de bladzijde te verversen.
  form.addEventListener("click", (event) => {
    const button = event.target.closest(".vorig button");
    if (!button) return;
    event.preventDefault();
    const question = button.closest("fieldset.vraag");
    const sent = body(question);
    sent.set("van", button.name === "klopt" ? "klopt-nog" : "voorstel");
    store(question.dataset.key, sent.toString());
    const next = question.querySelector("input:not([type=hidden]), textarea, select");
    send(question).then(() => { if (!kept(question.dataset.key)) fill(question); });
    if (next) next.focus({ preventScroll: true });
  });
  // Wat bevestigd is, staat daarna ook in de vraag.
  const fill = async (question) => {
    try {
      const page = new DOMParser().parseFromString(await (await fetch(location.pathname, { credentials: "same-origin" })).text(), "text/html");
      const fresh = page.getElementById(question.id);
      if (!fresh) return;
      for (const one of question.querySelectorAll("input, textarea, select")) {
        const other = [...fresh.querySelectorAll("input, textarea, select")].find((it) => it.name === one.name && (it.type !== "radio" && it.type !== "checkbox" || it.value === one.value));
        if (!other) continue;
        if (one.type === "radio" || one.type === "checkbox") one.checked = other.checked;
        else one.value = other.value;
      }
    } catch { /* de volgende keer dat de bladzijde opengaat staat het er */ }
  };
  form.addEventListener("submit", () => { isLeaving = true; });

  const leave = () => {
    if (isLeaving) return;
    for (const question of questions()) {
      const text = kept(question.dataset.key);
      if (text && navigator.sendBeacon) navigator.sendBeacon(form.dataset.bewaar, new URLSearchParams(text));
    }
  };
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") leave(); });
  window.addEventListener("online", () => { for (const one of questions()) if (kept(one.dataset.key)) send(one); });

  // Wat van een ander deel nog niet weg was: versturen, en vergeten als de server het heeft.
  const others = () => {
    try { return Object.keys(sessionStorage).filter((one) => one.startsWith(memory)).map((one) => one.slice(memory.length)); } catch { return []; }
  };
  for (const key of others()) {
    if (of(key)) continue;
    fetch(form.dataset.bewaar, { method: "POST", credentials: "same-origin", body: new URLSearchParams(kept(key)) })
      .then((answer) => { if (answer.ok || answer.status === 422 || answer.status === 409) store(key, null); })
      .catch(() => { /* de volgende bladzijde probeert het weer */ });
  }

  // Wat de vorige keer niet wegkwam: terug in de vraag, en opnieuw versturen.
  for (const question of questions()) {
    const text = kept(question.dataset.key);
    if (!text) continue;
    const sent = new URLSearchParams(text);
    for (const field of question.querySelectorAll("input, textarea, select")) {
      if (!field.name || field.name.startsWith("g.") || field.name.startsWith("z.")) continue;
      if (field.type === "radio" || field.type === "checkbox") field.checked = sent.getAll(field.name).includes(field.value);
      else if (sent.has(field.name)) field.value = sent.get(field.name);
    }
    send(question);
  }
})();
