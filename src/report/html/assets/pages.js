// The language switch of the pages that need nothing else.
(() => {
  const root = document.documentElement;
  const set = (language) => {
    root.lang = language;
    document.title = root.getAttribute(`data-title-${language}`);
  };
  try {
    set(localStorage.getItem('totsugo:language') ?? root.lang);
  } catch {
    // Storage is switched off: the page stays in the run's language.
  }
  document.addEventListener('click', (event) => {
    if (!event.target.closest('[data-act=language]')) return;
    const language = root.lang === 'ja' ? 'en' : 'ja';
    set(language);
    try {
      localStorage.setItem('totsugo:language', language);
    } catch {
      // As above: the choice lasts as long as the page.
    }
  });
})();
