/** Letters with which a Latin name may begin whose kana begins so, by the first kana of a key; Chinese names as Japanese reads them, too. */
const STARTS: readonly (readonly [string, string])[] = [
  ['ア', 'AHUEY'],
  ['イ', 'IYELRJW'],
  ['ウ', 'UWOVHRE'],
  ['エ', 'EAYH'],
  ['オ', 'OAHWUE'],
  ['カキクケコ', 'KCQGXHJ'],
  ['ガギグゲゴ', 'GKNJCHWYQ'],
  ['サスセソ', 'SCZTXJQ'],
  ['シ', 'SCXZTJHQ'],
  ['ザズゼゾ', 'ZSTJDGX'],
  ['ジヂ', 'JZGDSTYCXR'],
  ['タテト', 'TDCJZ'],
  ['チ', 'TCZJQK'],
  ['ツ', 'TZCS'],
  ['ダデド', 'DTJN'],
  ['ヅ', 'ZDT'],
  ['ナニヌネノ', 'NMLRY'],
  ['ハヘホ', 'HFKGJRPWB'],
  ['ヒ', 'HJGXFSP'],
  ['フ', 'FHPWVBQKR'],
  ['バビブベボ', 'BVPWMFN'],
  ['パピプペポ', 'PBF'],
  ['マミムメモ', 'MNWB'],
  ['ヤユヨ', 'YJIHEGULRDW'],
  ['ラリルレロ', 'RLYN'],
  ['ワ', 'WVOHUR'],
  ['ン', 'NEM'],
  ['ヴ', 'VBWU'],
];
const ALL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Likewise letters with which it may end, by the vowel of the last kana; after U and a long vowel any. */
const ENDS: readonly (readonly [string, string])[] = [
  ['アカガサザタダナハバパマヤラワ', 'AREYHOUK'],
  ['イキギシジチヂニヒビピミリ', 'IYEHNGKTSZCDLUJA'],
  ['エケゲセゼテデネヘベペメレ', 'EYIAHTZD'],
  ['オコゴソゾトドノホボポモヨロ', 'OUTDWHEANRGLK'],
  ['ン', 'NMGEHO'],
];

const starts = byKana(STARTS);
const ends = byKana(ENDS);

function byKana(rows: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return new Map(rows.flatMap(([kana, letters]) => [...kana].map((one) => [one, letters] as const)));
}

/**
 * Letters with which a Latin word may begin and end that is heard as this kana (a key): no other need be compared with it. Wide rather
 * than sure; of two words in a hundred that are heard alike none may be lost.
 */
export function latinEnds(kana: string): { readonly starts: string; readonly ends: string } {
  return { starts: starts.get(kana[0] ?? '') ?? ALL, ends: ends.get(kana.at(-1) ?? '') ?? ALL };
}
