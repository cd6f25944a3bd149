/** Of a record beside another one: a name that another hand wrote down as well, or that only one of them states. */
export const SAME = {
  name: { ja: '氏名＝A', en: 'name = A' },
  kana: { ja: 'カナ＝A', en: 'kana = A' },
  unknown: { ja: '氏名は比較不可', en: 'names cannot be compared' },
} as const;
