import { kanaKey } from './name/kana.js';
import { plainCell } from './number/cell-marks.js';

/** 1 male, 2 female, 0 unknown or not stated (0, 9 and blank exist in exports). */
export type SexCode = 0 | 1 | 2;

const MALE = ['1', 'M', 'MALE', 'MAN', '♂', '男', '男性', '男子', '男の子', 'オトコ', 'ダンセイ', 'ダンシ'];
const FEMALE = [
  '2',
  'F',
  'FEMALE',
  'WOMAN',
  '♀',
  '女',
  '女性',
  '女子',
  '女の子',
  'オンナ',
  'ジョセイ',
  'ジョシ',
];
const CODES = new Map<string, SexCode>([
  ...MALE.map((word) => [kanaKey(word), 1] as const),
  ...FEMALE.map((word) => [kanaKey(word), 2] as const),
]);
/** Words that may stand beside one of those and say nothing. */
const LABELS = new Set(['性別', '性', 'SEX', 'GENDER']);
/** A run of digits, a sign, or a word. */
const TOKEN = /\d+|[♂♀]|[\p{L}\p{M}]+/gu;

/**
 * Reads 1/2, 男/女, M/F, ♂/♀, おとこ/おんな in any width and with what programs put round it (1.0, '1, ="1"); a code beside its
 * word (2:女, 1 男性) too, where both say the same. Everything else is unknown, never an error.
 */
export function sexCode(text: string): SexCode {
  const known = CODES.get(text);
  if (known !== undefined) return known;
  const plain = plainCell(text)
    .replace(/(\d)\.0+(?!\d)/u, '$1')
    .toUpperCase();
  // -1 is somebody's "unknown", 男? a guess.
  if (/^-|[?●]/u.test(plain)) return 0;
  let code: SexCode = 0;
  for (const [token] of plain.matchAll(TOKEN)) {
    if (LABELS.has(token)) continue;
    const read = CODES.get(kanaKey(token.replace(/^0+(?=\d)/u, ''))) ?? 0;
    if (read === 0 || (code !== 0 && read !== code)) return 0;
    code = read;
  }
  return code;
}
