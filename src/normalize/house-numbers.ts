const WIDE = ['０１２３４５６７８９', '0123456789'] as const;
const KANJI = ['一二三四五六七八九', '123456789'] as const;

/**
 * SQL for the first three numbers of an address as they stand in every notation: 元町一丁目２番地3 コーポ305 and 元町1-2-3 are
 * both 1-2-3. A key to find rows that may be at one place, not to judge that they are; NULL for an address without numbers.
 */
export function houseNumbers(address: string): string {
  const numbers = (text: string) =>
    `regexp_extract(ltrim(regexp_replace(translate(${text}, '${WIDE[0]}', '${WIDE[1]}'), '[^0-9]+', '-', 'g'), '-'), '^[0-9]+(-[0-9]+){0,2}')`;
  const [before, behind] = [1, 2].map((part) => `split_part(${address}, '丁目', ${part})`);
  const block = `translate(right(${before}, 2), '${WIDE[0]}${KANJI[0]}', '${WIDE[1]}${KANJI[1]}')`;
  return `nullif(CASE WHEN contains(${address}, '丁目') THEN ${numbers(`${block} || '-' || ${behind}`)} ELSE ${numbers(address)} END, '')`;
}
