// Shows a marked stretch large, with its code points, while it is focused or pointed at.
import { at, el, elementOf } from './dom.js';

const MARK = '.value .v, .value .d';

function codes(text: string): readonly string[] {
  return Array.from(text, (char) => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
}

function open(mark: Element): void {
  const lens = at('lens');
  const text = mark.textContent;
  lens.replaceChildren(
    el('span', { class: 'large', lang: 'ja' }, text.slice(0, 24)),
    el('span', { class: 'codes' }, codes(text).slice(0, 12).join(' ')),
  );
  lens.hidden = false;
  const box = mark.getBoundingClientRect();
  lens.style.left = `${Math.max(8, Math.min(box.left, innerWidth - lens.offsetWidth - 8))}px`;
  // Its height may hang on where it stands, so it is asked for last.
  const below = box.bottom + 8;
  const { offsetHeight } = lens;
  lens.style.top = `${below + offsetHeight < innerHeight ? below : box.top - offsetHeight - 8}px`;
}

function close(): void {
  at('lens').hidden = true;
}

export function listenForMarks(): void {
  const enter = (event: Event) => {
    const mark = elementOf(event)?.closest(MARK);
    if (mark) open(mark);
  };
  for (const [start, end] of [
    ['focusin', 'focusout'],
    ['mouseover', 'mouseout'],
  ] as const) {
    document.addEventListener(start, enter);
    document.addEventListener(end, close);
  }
  // Moving the focus may scroll: what is focused stays large.
  const follow = () => {
    const focused = document.activeElement?.closest(MARK);
    if (focused) open(focused);
    else close();
  };
  document.addEventListener('scroll', follow, true);
}
