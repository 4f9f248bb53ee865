// <script src="https://bot.example/widget.js" data-title="Ask our archive" async></script>
(() => {
  const script = document.currentScript;
  const base = new URL(script.src).origin;
  import(`${base}/assets/widget-panel.js`).then(
    ({ Widget }) => new Widget(base, script.dataset).show(),
    () => console.warn(`BriefingBot does not answer on ${location.origin}: the server's setting Widget:Origins does not name it.`));
})();
