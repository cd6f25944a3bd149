/** Characters that are one grapheme each and join with no neighbour: most names, without the slow segmenter. */
const SIMPLE =
  /^[\u0020-\u007e\u2010-\u2027\u3000-\u3029\u3030-\u3098\u309b-\u30ff\u3400-\u9fff\uff01-\uff9d]*$/;

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** The like with marks of half-width kana, which join with what stands before them (ﾊﾞ). */
const HALF_WIDTH =
  /^[\u0020-\u007e\u2010-\u2027\u3000-\u3029\u3030-\u3098\u309b-\u30ff\u3400-\u9fff\uff01-\uff9f]*$/;
const WITH_MARKS = /.[\uff9e\uff9f]*/g;

/** Splits text into what a reader sees as characters; variation selectors stay with their base. */
export function graphemes(text: string): string[] {
  if (SIMPLE.test(text)) return text.split('');
  if (HALF_WIDTH.test(text)) return text.match(WITH_MARKS) ?? [];
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

/** No glyph anywhere: private use, unassigned, surrogate halves, the replacement character. */
const NO_GLYPH = /[\p{Co}\p{Cn}\p{Cs}\ufffd]/u;
/** Acts on the text around it without being seen: controls, direction marks, joiners on their own. */
const UNSEEN = /^(?:\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}])+$/u;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

function codePoints(grapheme: string): string {
  return Array.from(
    grapheme,
    (char) => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  ).join(' ');
}

/**
 * What to show for a grapheme: itself, or 〓 with its code points when no font can have it or when it is
 * unseen and could mislead (a right-to-left mark).
 */
export function visible(grapheme: string): string {
  if (SIMPLE.test(grapheme)) return grapheme;
  if (NO_GLYPH.test(grapheme) || UNSEEN.test(grapheme)) return `〓(${codePoints(grapheme)})`;
  return grapheme.replace(BIDI, (mark) => `〓(${codePoints(mark)})`);
}

/** `visible` over graphemes that stand together. */
export function visibleText(characters: readonly string[]): string {
  const text = characters.join('');
  return SIMPLE.test(text) ? text : characters.map(visible).join('');
}

/** `visible` over a whole text, cut after `limit` graphemes; the count that was left off is 0 when all is shown. */
export function shown(text: string, limit: number): { readonly text: string; readonly leftOff: number } {
  if (SIMPLE.test(text) && text.length <= limit) return { text, leftOff: 0 };
  const all = graphemes(text);
  return { text: visibleText(all.slice(0, limit)), leftOff: Math.max(0, all.length - limit) };
}
