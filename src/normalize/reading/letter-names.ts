/** How the letters of the alphabet are called in Japanese, in strict kana keys; ー and a vowel that lengthens are written either way. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  A: ['エー', 'エイ'],
  B: ['ビー'],
  C: ['シー'],
  D: ['デイー', 'デー'],
  E: ['イー'],
  F: ['エフ'],
  G: ['ジー'],
  H: ['エツチ', 'エイチ'],
  I: ['アイ'],
  J: ['ジエー', 'ジエイ'],
  K: ['ケー', 'ケイ'],
  L: ['エル'],
  M: ['エム'],
  N: ['エヌ'],
  O: ['オー'],
  P: ['ピー'],
  Q: ['キユー'],
  R: ['アール'],
  S: ['エス'],
  T: ['テイー', 'テー'],
  U: ['ユー'],
  V: ['ブイ', 'ヴイ'],
  W: ['ダブリユー', 'ダブル'],
  X: ['エツクス'],
  Y: ['ワイ'],
  Z: ['ゼツト', 'ゼツド'],
};

/** Letters up to which a text is spelt out: longer ones are words. */
const MOST_LETTERS = 3;

/** Whether a kana key calls the letters of a short Latin text by their names: KC ケーシー. */
export function isSpeltOut(latin: string, kana: string): boolean {
  return latin.length > 0 && latin.length <= MOST_LETTERS && spells(latin, kana);
}

function spells(latin: string, kana: string): boolean {
  if (latin === '') return kana === '';
  return (NAMES[latin[0]!] ?? []).some(
    (name) => kana.startsWith(name) && spells(latin.slice(1), kana.slice(name.length)),
  );
}
