import { at } from './dom.js';
import { drawForPaper, drawList } from './list.js';
import { place } from './place.js';

/** Height of a sheet of A4 without its margins, in CSS pixels. */
const PAPER_HEIGHT = ((297 - 24) / 25.4) * 96;

/**
 * A case prints on one sheet: in its paper form it is measured and, if need be, drawn smaller. A list prints whole: every case of
 * every incident, whatever is folded and on whatever page of the list.
 */
export function listenForPrinting(): void {
  const root = document.documentElement;
  addEventListener('beforeprint', () => {
    if (at('case').hidden) {
      drawForPaper(place());
      return;
    }
    root.classList.add('paper');
    const height = at('main').scrollHeight + 40;
    root.style.setProperty('--fit', String(Math.min(1, PAPER_HEIGHT / height)));
  });
  addEventListener('afterprint', () => {
    root.classList.remove('paper');
    root.style.removeProperty('--fit');
    if (at('case').hidden) drawList(place());
  });
}
