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

/**
 * Whether a kana key calls the letters of a short Latin text by their names: KC ケーシー. Of two letters or more the long vowels may
 * be left out: ケシ.
 */
export function isSpeltOut(latin: string, kana: string): boolean {
  if (latin.length === 0 || latin.length > MOST_LETTERS) return false;
  return (
    spells(latin, kana, NAMES) || (latin.length > 1 && spells(latin, kana.replace(/ー/g, ''), SHORT_NAMES))
  );
}

const SHORT_NAMES: typeof NAMES = Object.fromEntries(
  Object.entries(NAMES).map(([letter, names]) => [letter, names.map((name) => name.replace(/ー/g, ''))]),
);

function spells(latin: string, kana: string, names: typeof NAMES): boolean {
  if (latin === '') return kana === '';
  return (names[latin[0]!] ?? []).some(
    (name) => kana.startsWith(name) && spells(latin.slice(1), kana.slice(name.length), names),
  );
}
