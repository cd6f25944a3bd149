/** 1 male, 2 female, 0 unknown or not stated (0, 9 and blank exist in exports). */
export type SexCode = 0 | 1 | 2;

const MALE = new Set(['1', 'M', 'MALE', '男', '男性', 'オトコ']);
const FEMALE = new Set(['2', 'F', 'FEMALE', '女', '女性', 'オンナ']);

/** Reads 1/2, 男/女, M/F in any width; everything else is unknown, never an error. */
export function sexCode(text: string): SexCode {
  const key = text
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/^0+(?=\d)/, '');
  if (MALE.has(key)) return 1;
  return FEMALE.has(key) ? 2 : 0;
}
