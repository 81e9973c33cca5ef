// Owns the choice of light or dark. Loaded before anything is painted, so that the page never flashes.
(() => {
  try {
    const theme = localStorage.getItem('ctm-connect.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch { /* storage is switched off: the system's choice holds */ }
})();
