// Shows a marked stretch large, with its code points, while it is focused or pointed at.
(() => {
  const codes = (text) =>
    Array.from(text, (char) => `U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`);

  const open = (mark) => {
    const lens = totsugo.at('lens');
    const text = mark.textContent;
    lens.replaceChildren(
      totsugo.el('span', { class: 'large', lang: 'ja' }, text.slice(0, 24)),
      totsugo.el('span', { class: 'codes' }, codes(text).slice(0, 12).join(' ')),
    );
    lens.hidden = false;
    const box = mark.getBoundingClientRect();
    lens.style.left = `${Math.max(8, Math.min(box.left, innerWidth - lens.offsetWidth - 8))}px`;
    lens.style.top = `${box.bottom + 8 + lens.offsetHeight < innerHeight ? box.bottom + 8 : box.top - lens.offsetHeight - 8}px`;
  };
  const close = () => {
    totsugo.at('lens').hidden = true;
  };
  const mark = (event) => event.target.closest?.('.value .v, .value .d');

  for (const [start, end] of [
    ['focusin', 'focusout'],
    ['mouseover', 'mouseout'],
  ]) {
    document.addEventListener(start, (event) => mark(event) && open(mark(event)));
    document.addEventListener(end, close);
  }
  // Moving the focus may scroll: what is focused stays large.
  const follow = () => {
    const focused = document.activeElement?.closest('.value .v, .value .d');
    if (focused) open(focused);
    else close();
  };
  document.addEventListener('scroll', follow, true);
})();
