/** Of a record beside another one: a name that another hand wrote down as well, or that only one of them states. */
export const SAME = {
  name: { ja: '氏名＝A', en: 'name = A' },
  kana: { ja: 'カナ＝A', en: 'kana = A' },
  unknown: { ja: '氏名は比較不可', en: 'names cannot be compared' },
} as const;

/** The same, where both state a name, or both its kana, and these are other ones. */
export const UNLIKE = {
  'name-differs': { ja: '氏名≠A', en: 'name ≠ A' },
  'kana-differs': { ja: 'カナ≠A', en: 'kana ≠ A' },
} as const;
