"use strict";
(() => {
  const parts = [...document.querySelectorAll("main > section[data-stap]")];
  // A section with two pictures is two steps: both do not fit on one screen.
  const steps = parts.flatMap((part) => {
    const shown = part.querySelectorAll(".beeld").length;
    return Array.from({ length: Math.max(shown, 1) }, (_, picture) => ({ part, picture }));
  });
  const where = document.getElementById("plek");
  let at = -1;

  const show = (next) => {
    at = Math.max(0, Math.min(next, steps.length - 1));
    const { part, picture } = steps[at];
    for (const one of parts) one.classList.toggle("nu", one === part);
    part.querySelectorAll(".beeld").forEach((one, place) => one.classList.toggle("niet-nu", place !== picture));
    where.textContent = `${at + 1} van ${steps.length}`;
    part.querySelector("h2").focus({ preventScroll: true });
    window.scrollTo(0, 0);
  };
  const start = () => {
    document.body.classList.add("presenteert");
    show(0);
  };
  const stop = () => {
    document.body.classList.remove("presenteert");
    for (const one of document.querySelectorAll(".niet-nu")) one.classList.remove("niet-nu");
    const last = steps[at].part.querySelector("h2");
    at = -1;
    last.scrollIntoView();
    last.focus({ preventScroll: true });
  };

  document.getElementById("presenteer").addEventListener("click", start);
  document.getElementById("vorige").addEventListener("click", () => show(at - 1));
  document.getElementById("volgende").addEventListener("click", () => show(at + 1));
  document.getElementById("stop").addEventListener("click", stop);
  document.addEventListener("keydown", (event) => {
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const onButton = event.target instanceof HTMLButtonElement;
    const move = {
      ArrowRight: () => show(at + 1), PageDown: () => show(at + 1), ArrowDown: () => show(at + 1),
      ArrowLeft: () => show(at - 1), PageUp: () => show(at - 1), ArrowUp: () => show(at - 1),
      Home: () => show(0), End: () => show(steps.length - 1), Escape: stop,
      " ": onButton ? undefined : () => show(at + 1),
    }[event.key];
    if (move) {
      event.preventDefault();
      move();
    }
  });

  // Paper opens nothing: what is folded is printed open.
  const folded = () => [...document.querySelectorAll("details")];
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = folded().filter((one) => !one.open);
    for (const one of closed) one.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const one of closed) one.open = false;
  });
})();
