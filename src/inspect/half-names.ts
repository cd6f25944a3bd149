/** Letters that a family or a given name by itself has at most, in most rows: kanji, and kana with their marks. */
const LONGEST_KANJI = 2;
const LONGEST_KANA = 4;
const MOST = 0.6;

/** Names in kanji, or kana, that are nearly all too short for family and given name together. */
export function areHalfNames(item: 'name' | 'kana', values: readonly string[]): boolean {
  const pattern = item === 'name' ? /^\p{Script=Han}+$/u : /^[\p{Script=Katakana}\p{Script=Hiragana}ー]+$/u;
  const told = values.filter((value) => value !== '').map((value) => value.normalize('NFKC').trim());
  const single = told.filter((value) => pattern.test(value));
  const longest = item === 'name' ? LONGEST_KANJI : LONGEST_KANA;
  return (
    single.length > told.length / 2 &&
    single.filter((value) => [...value].length <= longest).length > MOST * single.length
  );
}
