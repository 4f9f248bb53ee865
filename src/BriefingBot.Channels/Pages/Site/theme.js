// Runs before the page is drawn, so that it never flashes in the other theme.
(() => {
  const key = 'briefingbot.theme';
  const system = matchMedia('(prefers-color-scheme: dark)');
  const chosen = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const current = () => chosen() ?? (system.matches ? 'dark' : 'light');
  const apply = () => { document.documentElement.dataset.theme = current(); };
  apply();
  system.addEventListener('change', apply);
  window.briefingTheme = {
    current,
    toggle() {
      const next = current() === 'dark' ? 'light' : 'dark';
      try {
        if (next === (system.matches ? 'dark' : 'light')) localStorage.removeItem(key);
        else localStorage.setItem(key, next);
      } catch { /* without storage it lasts as long as the page */ }
      document.documentElement.dataset.theme = next;
    },
  };
})();
