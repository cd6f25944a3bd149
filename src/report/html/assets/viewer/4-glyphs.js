// Characters that no font of this machine has: drawn like a character that cannot exist, so shown as 〓 and code.
(() => {
  /** Rare kanji and anything beyond the basic plane; what every Japanese font has is not tested. */
  const RARE = /[\u3400-\u4dbf\uf900-\ufaff]|[\u{10000}-\u{10ffff}]/u;
  const NEVER = '\u{10fffe}';
  const known = new Map();
  let pen = null;

  const drawn = (text) => {
    pen ??= totsugo.el('canvas', { width: 24, height: 24 }).getContext('2d', { willReadFrequently: true });
    pen.font = `20px ${getComputedStyle(document.body).fontFamily}`;
    pen.clearRect(0, 0, 24, 24);
    pen.fillText(text, 0, 20);
    return pen.getImageData(0, 0, 24, 24).data.join();
  };

  const isLacking = (char) => {
    if (!known.has(char)) known.set(char, drawn(char) === drawn(NEVER));
    return known.get(char);
  };

  /** The text as this machine can show it. */
  totsugo.legible = (text) =>
    RARE.test(text)
      ? Array.from(text, (char) =>
          RARE.test(char) && !/\p{M}/u.test(char) && isLacking(char)
            ? `〓(U+${char.codePointAt(0).toString(16).toUpperCase()})`
            : char,
        ).join('')
      : text;
})();
