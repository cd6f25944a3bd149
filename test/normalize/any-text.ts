import fc from 'fast-check';

/** Any string of UTF-16 units: lone surrogates, private use, controls, supplementary planes. */
export const anyText = fc.oneof(
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
    .map((units) => String.fromCharCode(...units)),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

const TRICKY = [
  ...'ｶｷﾞﾟﾊﾜｳカがハワウヴヵヶッャゃ゛゜ヽヾゝゞ々〻ー-－・　 ',
  '\u3099',
  '\u309a',
  '\u{9089}',
  '\u{20bb7}',
  '\u{fa11}',
  '\u{e0101}',
  '\ufe00',
  '\u{f0000}',
  '\ue000',
  '\ud842',
  '●',
  '?',
  'ß',
  'a',
];

/** Strings of what the normalisers treat specially, close together. */
export const trickyText = fc
  .array(fc.constantFrom(...TRICKY), { maxLength: 10 })
  .map((parts) => parts.join(''));

/** Either of the two. */
export const text = fc.oneof(anyText, trickyText);
