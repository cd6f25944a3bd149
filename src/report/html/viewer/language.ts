import { recall, remember } from './storage.js';

/** Of one run: a browser has one storage for all reports on a disk, and each of them its own language. */
const key = () => `totsugo:${document.documentElement.dataset.run ?? ''}:language`;

/** The language that was chosen for the pages of this run, else that of the run. */
export function wantedLanguage(): string {
  return recall(key()) ?? document.documentElement.lang;
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

/** Turns the page as its reader wishes, and keeps the choice for every other page of the run. */
export function setLanguage(language: string): void {
  showLanguage(language);
  remember(key(), language);
}
