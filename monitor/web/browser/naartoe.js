// Een koppeling met cel=… gaat over één vakje, en dat staat onder de tabel. Wie daarmee van een andere
// pagina komt (of haar in een nieuw tabblad opent), wordt erheen gebracht zodra de pagina stilstaat;
// tussen pagina's neemt Streamlit geen #vakje mee. Wie intussen zelf rolt of typt, gaat voor.
(() => {
  if (window.dekkendNaartoe) return;
  window.dekkendNaartoe = true;
  const MOST = 20000;
  const STILL = 500;
  let stop = () => {};
  const bring = () => {
    stop();
    const begun = performance.now();
    let last = begun;
    const changes = new MutationObserver(() => (last = performance.now()));
    changes.observe(document.documentElement, { childList: true, subtree: true });
    const timer = setInterval(() => {
      const heading = document.getElementById("vakje");
      const now = performance.now();
      if (now - begun > MOST) return stop();
      if (!heading || now - last < STILL) return;
      stop();
      heading.scrollIntoView({ block: "start" });
    }, 100);
    stop = () => {
      clearInterval(timer);
      changes.disconnect();
    };
  };
  ["wheel", "touchstart", "keydown"].forEach((kind) =>
    document.addEventListener(kind, () => stop(), { capture: true, passive: true }),
  );
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('[data-testid="stPageLink-NavLink"]');
    stop();
    if (link && new URL(link.href).searchParams.has("cel")) bring();
  });
  if (new URL(location.href).searchParams.has("cel")) bring();
})();
