/**
 * SQL text of an address in one of six notations. `place` is the alias of a `places` row; `style`,
 * `prefecture` (boolean) and `building` (0 none, 1 in full, 2 room number behind a hyphen) are expressions.
 * Styles: 0 as registered (２丁目１番２号 or 二丁目…), 1 `2-1-2`, 2 `２－１－２`, 3 `2丁目1番2号`,
 * 4 `二丁目一番二号`, 5 `2丁目1-2`.
 */
export function addressSql(place: string, style: string, prefecture: string, building: string): string {
  const p = place;
  const go = (mark: string, value: string) => `CASE WHEN ${p}.go = 0 THEN '' ELSE ${mark} || ${value} END`;
  const registeredChome = `CASE WHEN ${p}.kanji_chome THEN kanji(${p}.chome) ELSE fw(${p}.chome) END`;
  const withChome = `CASE ${style}
    WHEN 0 THEN ${registeredChome} || '丁目' || fw(${p}.ban) || '番' || fw(${p}.go) || '号'
    WHEN 1 THEN ${p}.chome || '-' || ${p}.ban || '-' || ${p}.go
    WHEN 2 THEN fw(${p}.chome) || '－' || fw(${p}.ban) || '－' || fw(${p}.go)
    WHEN 3 THEN ${p}.chome || '丁目' || ${p}.ban || '番' || ${p}.go || '号'
    WHEN 4 THEN kanji(${p}.chome) || '丁目' || kanji(${p}.ban) || '番' || kanji(${p}.go) || '号'
    ELSE ${p}.chome || '丁目' || ${p}.ban || '-' || ${p}.go END`;
  const withoutChome = `CASE ${style}
    WHEN 0 THEN fw(${p}.ban) || '番地' || ${go("''", `fw(${p}.go)`)}
    WHEN 1 THEN ${p}.ban || ${go("'-'", `CAST(${p}.go AS VARCHAR)`)}
    WHEN 2 THEN fw(${p}.ban) || ${go("'－'", `fw(${p}.go)`)}
    WHEN 4 THEN fw(${p}.ban) || '番地' || ${go("'の'", `fw(${p}.go)`)}
    ELSE ${p}.ban || '番地' || ${go("'の'", `CAST(${p}.go AS VARCHAR)`)} END`;
  return `CASE WHEN ${prefecture} THEN ${p}.pref ELSE '' END || ${p}.city || ${p}.town ||
    CASE WHEN ${p}.chome > 0 THEN ${withChome} ELSE ${withoutChome} END || ${buildingSql(p, style, building)}`;
}

function buildingSql(p: string, style: string, building: string): string {
  return `CASE WHEN ${p}.building IS NULL OR ${building} = 0 THEN ''
    WHEN ${building} = 2 THEN CASE WHEN ${style} IN (0, 2, 4) THEN '－' || fw(${p}.room) ELSE '-' || ${p}.room END
    WHEN ${style} IN (0, 2, 4) THEN '　' || ${p}.building || fw(${p}.room) || '号'
    WHEN ${style} = 1 THEN ' ' || ${p}.building || ${p}.room
    ELSE ' ' || ${p}.building || ${p}.room || '号室' END`;
}
