/** SQL for an item with the number of its row masked to the last four digits, should it stand in there as it was read. */
export function withoutText(item: string, number: string): string {
  return `CASE WHEN length(${number}) >= 10 AND contains(${item}, ${number})
          THEN replace(${item}, ${number}, '********' || right(${number}, 4)) ELSE ${item} END`;
}

/**
 * The same for the twelve digits of the column `number` beside the item in row `u`, however they are written in either
 * place: 9832-0567-3214 beside ="983205673214".
 */
export function withoutDigits(item: string): string {
  const digits = `lpad(CAST(u."number" AS VARCHAR), 12, '0')`;
  const masked = `'********' || right(${digits}, 4)`;
  const bare = `regexp_replace(translate(u.${item}, '０１２３４５６７８９', '0123456789'), '[^0-9]+', '', 'g')`;
  return `CASE WHEN u."number" IS NULL OR length(u.${item}) < 12 THEN u.${item}
        WHEN contains(u.${item}, ${digits}) THEN replace(u.${item}, ${digits}, ${masked})
        WHEN contains(${bare}, ${digits}) THEN ${masked} ELSE u.${item} END`;
}
