// Characters that no font of this machine has: drawn like a character that cannot exist, so shown as 〓 and code.
import { el } from './dom.js';

/** Rare kanji and anything beyond the basic plane; what every Japanese font has is not tested. */
const RARE = /[\u3400-\u4dbf\uf900-\ufaff]|[\u{10000}-\u{10ffff}]/u;
const NEVER = '\u{10fffe}';

const lacking = new Map<string, boolean>();
let pen: CanvasRenderingContext2D | null = null;

function drawn(text: string): string {
  pen ??= el('canvas', { width: 24, height: 24 }).getContext('2d', { willReadFrequently: true })!;
  pen.font = `20px ${getComputedStyle(document.body).fontFamily}`;
  pen.clearRect(0, 0, 24, 24);
  pen.fillText(text, 0, 20);
  return pen.getImageData(0, 0, 24, 24).data.join();
}

function isLacking(char: string): boolean {
  const known = lacking.get(char);
  if (known !== undefined) return known;
  const isLike = drawn(char) === drawn(NEVER);
  lacking.set(char, isLike);
  return isLike;
}

/** The text as this machine can show it. */
export function legible(text: string): string {
  if (!RARE.test(text)) return text;
  return Array.from(text, (char) =>
    RARE.test(char) && !/\p{M}/u.test(char) && isLacking(char)
      ? `〓(U+${char.codePointAt(0)!.toString(16).toUpperCase()})`
      : char,
  ).join('');
}
