import { recall, remember } from './storage.js';

const KEY = 'totsugo:language';

/** The language that was chosen in this browser, else that of the run. */
export function wantedLanguage(): string {
  return recall(KEY) ?? document.documentElement.lang;
}

export function otherLanguage(): string {
  return document.documentElement.lang === 'ja' ? 'en' : 'ja';
}

/** Turns the page; title and options of a list have no markup that the stylesheet could choose from. */
export function showLanguage(language: string): void {
  const root = document.documentElement;
  root.lang = language;
  document.title = root.getAttribute(`data-title-${language}`) ?? '';
  for (const option of document.querySelectorAll('option[data-ja]')) {
    option.textContent = option.getAttribute(`data-${language}`);
  }
}

/** Turns the page and keeps the choice for every other page. */
export function setLanguage(language: string): void {
  showLanguage(language);
  remember(KEY, language);
}
