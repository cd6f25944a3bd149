// The language switch and the copy button of the pages that need nothing else; on paper nothing is folded away. Where storage is switched off, such a page
// starts in the run's language and a choice lasts as long as the page.
import { copyTable } from './copy-table.js';
import { el, elementOf, say } from './dom.js';
import { otherLanguage, setLanguage, showLanguage, wantedLanguage } from './language.js';

const COPIED = { ja: 'コピーしました', en: 'Copied' };
const SELECTED = { ja: '表を選択しました。Ctrl+C でコピーできます', en: 'Selected: copy with Ctrl+C' };

async function copy(button: HTMLElement): Promise<void> {
  const isCopied = await copyTable(button.dataset.copies!);
  button.replaceChildren(el('span', { 'aria-live': 'polite' }, say(isCopied ? COPIED : SELECTED)));
}

/** What is folded away on the screen, as long as it is printed. */
let unfolded: readonly HTMLDetailsElement[] = [];

function fold(isOpen: boolean): void {
  if (isOpen) unfolded = [...document.querySelectorAll<HTMLDetailsElement>('details.undecided:not([open])')];
  for (const each of unfolded) each.open = isOpen;
}

addEventListener('beforeprint', () => fold(true));
addEventListener('afterprint', () => fold(false));
showLanguage(wantedLanguage());
document.addEventListener('click', (event) => {
  const button = elementOf(event)?.closest<HTMLElement>('[data-act]');
  if (button?.dataset.act === 'language') setLanguage(otherLanguage());
  else if (button?.dataset.act === 'copy') void copy(button);
});
