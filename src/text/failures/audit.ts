import type { FailureText } from './failure-text.js';

/** What stops a run on its way from prepared tables to its result. */
export const auditFailures = {
  'register-duplicates': {
    ja: 'register: 個人番号 {numbers} 種類のうち {shared} 種類（{percent} %）が複数の行にあり、照合の基準になりません。同じ宛名番号の行が重なる番号 {same_id}（履歴や二重の抽出）、宛名番号の異なる番号 {other_id}（除票や別人）。抽出条件を確認してください。',
    en: 'register: of {numbers} My Numbers {shared} ({percent} %) stand in several rows, so it cannot be the reference. Rows of one resident_id: {same_id} numbers (histories, extracted twice); of different resident_ids: {other_id} (removed rows, other people). Check what was extracted.',
  },
  'too-many-unknown': {
    ja: '{source}: {links} 件のうち {nobody} 件（{share}）がどの住民にも結び付きません（検査数字や桁が正しくない {invalid}、住民登録にない {unknown}）。上限は {limit} です（max_unknown_share）。列「{column}」（{item}）の割り当てと、住民登録の抽出範囲を確かめてください。',
    en: '{source}: {nobody} of {links} links ({share}) lead to no resident (wrong check digit or length {invalid}, not in the register {unknown}); the limit is {limit} (max_unknown_share). Check the column "{column}" ({item}) and whom the register covers.',
  },
  'too-many-unknown/key': {
    ja: '{source}: {links} 件のうち {nobody} 件（{share}）は、その宛名番号の住民がいません（先頭の 0 を除いて比べても）。上限は {limit} です（max_unknown_share）。列「{column}」（{item}）が住民登録と同じ番号（世帯番号や別のシステムの番号でないか）、住民登録の抽出範囲が合っているかを確かめてください。',
    en: '{source}: no resident has the key of {nobody} of {links} records ({share}), not without leading zeros either; the limit is {limit} (max_unknown_share). Check that the column "{column}" ({item}) holds the key of the register, and not that of a household or of another system, and whom the register covers.',
  },
  'key-agrees-nowhere': {
    exit: 2,
    ja: '{source}: 宛名番号（resident_id）で結び付けた住民と、記録の大半が一致しません（最も一致する{title}でも {compared} 件中 {agrees} 件）。列の番号が住民登録の宛名番号ではなく、世帯番号や別のシステムの番号、記録の通し番号などとみられます。正しい列を割り当ててください。',
    en: '{source}: most records agree with none of the residents to whom their keys (resident_id) lead; {title}, which agrees best, does in {agrees} of {compared}. The column seems to hold other numbers: of households, of another system, or of the records themselves. Map the column that holds the key of the register.',
  },
  'item-agrees-nowhere': {
    exit: 2,
    ja: '{source}: {title}が紐付け先の住民とほとんど一致しません（{compared} 件中 {agrees} 件）。ほかの項目は一致しているため、列の割り当ての誤り、または列の並べ替え・行ずれとみられます。正しい列を割り当てるか、この項目を columns から外してください。',
    en: '{source}: {title} agrees with hardly any linked resident ({agrees} of {compared}) while other items do: another column, or one that was sorted or shifted by itself. Map the right column, or take the item out of columns.',
  },
  'rows-do-not-add-up': {
    ja: '{source}: 行数が合いません（読込 {rows}、受理 {accepted}、読込不可 {rejected}、判定 {graded}）',
    en: '{source}: rows do not add up (read {rows}, accepted {accepted}, rejected {rejected}, graded {graded})',
  },
} as const satisfies Readonly<Record<string, FailureText>>;
