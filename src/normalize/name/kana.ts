import { foldChar, unvoiced, withMark } from './kana-table.js';

/** What a UTF-16 unit needs: nothing, replacing on its own, or the kana before it; 0 until it is first met. */
const SAME = 1;
const FOLD = 2;
const MARK = 3;

const DAKUTEN = '\u3099\u309b\uff9e';
const HANDAKUTEN = '\u309a\u309c\uff9f';
const REPEAT = 'ヽゝ';
const REPEAT_VOICED = 'ヾゞ';

const ACTIONS = new Uint8Array(0x10000);
const FOLDED: string[] = new Array<string>(0x10000);

for (const mark of DAKUTEN + HANDAKUTEN + REPEAT + REPEAT_VOICED) ACTIONS[mark.charCodeAt(0)] = MARK;

/** Fills in what a unit needs when it is first met: most units never are. */
function learn(code: number): number {
  const char = String.fromCharCode(code);
  const folded = foldChar(char);
  FOLDED[code] = folded;
  ACTIONS[code] = folded !== char ? FOLD : SAME;
  return ACTIONS[code];
}

function actionOf(code: number): number {
  return ACTIONS[code] || learn(code);
}

/**
 * The strict key of a kana text: two notations of one reading get one key, two readings never do.
 * Katakana of full width; dakuten joined, whether half-width, combining or separate; small kana large; ヲヰヱ as
 * オイエ and ヷヸヹヺ as ヴア…; hiragana as katakana; every look-alike dash as ー; ヽヾゝゞ written out; spaces,
 * separators (・ . , = ' /) and invisible marks gone; Latin letters as half-width capitals. Idempotent.
 * It never drops ー or a dakuten, never tells ヂ and ジ or ウ and ー alike, and leaves kanji, unknown
 * characters (●〓?) and brackets as they are. Any string is fine, lone surrogates too.
 */
export function kanaKey(text: string): string {
  const length = text.length;
  let i = 0;
  while (i < length && actionOf(text.charCodeAt(i)) === SAME) i++;
  if (i === length) return text;
  let key = text.slice(0, i);
  for (; i < length; i++) {
    const code = text.charCodeAt(i);
    key = actionOf(code) === MARK ? marked(key, text[i]!) : key + FOLDED[code]!;
  }
  return key;
}

/** The key so far, changed by a dakuten, handakuten or iteration mark; a mark with nothing to act on is dropped. */
function marked(key: string, mark: string): string {
  if (key === '') return key;
  const last = key[key.length - 1]!;
  if (REPEAT.includes(mark) || REPEAT_VOICED.includes(mark)) {
    if (last < 'ア' || last > 'ヴ') return key;
    const plain = unvoiced(last);
    return key + (REPEAT.includes(mark) ? plain : (withMark(plain, '\u3099') ?? plain));
  }
  const joined = withMark(last, DAKUTEN.includes(mark) ? '\u3099' : '\u309a');
  return joined === undefined ? key : key.slice(0, -1) + joined;
}
