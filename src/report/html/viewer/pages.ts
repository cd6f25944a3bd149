// The language switch of the pages that need nothing else. Where storage is switched off, such a page starts in the
// run's language and a choice lasts as long as the page.
import { elementOf } from './dom.js';
import { otherLanguage, setLanguage, showLanguage, wantedLanguage } from './language.js';

showLanguage(wantedLanguage());
document.addEventListener('click', (event) => {
  if (elementOf(event)?.closest('[data-act=language]')) setLanguage(otherLanguage());
});
