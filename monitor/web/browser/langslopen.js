// Wie de dingen van een school met het toetsenbord langsloopt, drukt op Enter en leest het volgende. De
// knop van het volgende ding is een andere knop: een tweede Enter, voordat het er staat, zegt zo niets over
// wat nog niemand las. Hier krijgt de nieuwe knop de aandacht die de oude had.
(() => {
  if (window.dekkendLangslopen) return;
  window.dekkendLangslopen = true;
  const ours = /st-key-nalopen_(klopt|niet|later)_/;
  let had = "";
  const which = (element) => {
    const box = element?.closest?.('[class*="st-key-nalopen_"]');
    return ours.exec(box?.className ?? "")?.[1] ?? "";
  };
  document.addEventListener("focusin", (event) => (had = which(event.target)));
  document.addEventListener("pointerdown", (event) => (had = which(event.target)));
  new MutationObserver(() => {
    if (!had || document.activeElement !== document.body) return;
    document.querySelector(`[class*="st-key-nalopen_${had}_"] button`)?.focus();
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
