const WIDE = ['０１２３４５６７８９', '0123456789'] as const;
const KANJI = ['一二三四五六七八九', '123456789'] as const;

/**
 * SQL for the first three numbers of an address as they stand in every notation: 元町一丁目２番地3 コーポ305 and 元町1-2-3 are
 * both 1-2-3. A key to find rows that may be at one place, not to judge that they are; NULL for an address without numbers.
 */
export function houseNumbers(address: string): string {
  const block = `regexp_extract(${address}, '([0-9０-９一二三四五六七八九]+)丁目', 1)`;
  const rest = `CASE WHEN ${block} = '' THEN ${address} ELSE split_part(${address}, '丁目', 2) END`;
  const digits = `regexp_replace(translate(${rest}, '${WIDE[0]}', '${WIDE[1]}'), '[^0-9]+', '-', 'g')`;
  const known = `trim(translate(${block}, '${WIDE[0]}${KANJI[0]}', '${WIDE[1]}${KANJI[1]}') || '-' || ${digits}, '-')`;
  return `nullif(regexp_extract(replace(${known}, '--', '-'), '^[0-9]+(-[0-9]+){0,2}'), '')`;
}
