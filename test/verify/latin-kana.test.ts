import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kanaKey } from '../../src/normalize/name/kana.js';
import { kanaOfRomaji } from '../../src/normalize/name/romaji.js';
import { latinKanaDifference, romajiReads, soundsApart } from '../../src/verify/latin-kana.js';
import { text } from '../normalize/any-text.js';

describe('romajiReads', () => {
  it.each([
    ['SATO', 'サトウ'],
    ['SATOU', 'サトウ'],
    ['SATOH', 'サトウ'],
    ['Satō', 'サトウ'],
    ['ONO', 'オノ'],
    ['ONO', 'オオノ'],
    ['OHNO', 'オオノ'],
    ['OONO', 'オオノ'],
    ['YUKI', 'ユウキ'],
    ['YUUKI', 'ユウキ'],
    ['YUHKI', 'ユウキ'],
    ['SHOJI', 'ショウジ'],
    ['SYOZI', 'ショウジ'],
    ['SHOJI', 'シヨウジ'],
    ['JUNICHI', 'ジュンイチ'],
    ["JUN'ICHI", 'ジユンイチ'],
    ['ZYUNITI', 'ジュンイチ'],
    ['CHIZU', 'チヅ'],
    ['TIDU', 'チヅ'],
    ['TSUTSUMI', 'ツツミ'],
    ['TUTUMI', 'ツツミ'],
    ['HUKUDA', 'フクダ'],
    ['HATTORI', 'ハットリ'],
    ['HATTORI', 'ハツトリ'],
    ['HOTCHI', 'ホッチ'],
    ['HOMMA', 'ホンマ'],
    ['HONMA', 'ホンマ'],
    ['NAMBA', 'ナンバ'],
    ['KYOKO', 'キョウコ'],
    ['KIYOKO', 'キヨコ'],
    ['KATO', 'カトー'],
    ['ｓａｔｏ', 'ｻﾄｳ'],
    ['WATANABE', 'わたなべ'],
  ])('%s is %s', (latin, kana) => expect(romajiReads(latin, kana)).toBe(true));

  it.each([
    ['SATO', 'カトウ'],
    ['SAITO', 'サトウ'],
    ['YAMADA', 'ヤマタ'],
    ['SMITH', 'スミス'],
    ['KEIKO', 'ケコ'],
    ['', 'サトウ'],
    ['SATO', ''],
    ['', ''],
  ])('%s is not %s', (latin, kana) => expect(romajiReads(latin, kana)).toBe(false));
});

describe('kanaOfRomaji', () => {
  it.each([
    ['MIURA', 'ミウラ'],
    ['SATO', 'サトウ'],
    ['ＳＡＴＯＨ', 'サトウ'],
    ['Ohno', 'オオノ'],
    ['ONO', 'オノ'],
    ['ONO', 'オオノ'],
    ['YUUKI', 'ユウキ'],
    ['Yuki', 'ユウキ'],
    ['IIDA', 'イイダ'],
    ['INOUE', 'イノウエ'],
    ["Jun'ichi", 'ジュンイチ'],
    ['JUNICHI', 'ジュンイチ'],
    ['ZYUNITI', 'ジュンイチ'],
    ['JUNYA', 'ジュンヤ'],
    ['SYOZI', 'ショウジ'],
    ['HOTTA', 'ホッタ'],
    ['HATCHO', 'ハッチョウ'],
    ['HOMMA', 'ホンマ'],
    ['SHINNOSUKE', 'シンノスケ'],
    ['KEN', 'ケン'],
    ['YOICHIRO', 'ヨウイチロウ'],
  ])('%s may be %s', (latin, kana) => expect(kanaOfRomaji(latin)).toContain(kanaKey(kana)));

  it.each(['SMITH', 'NGUYEN', '', '三浦'])('%s is no romaji', (latin) =>
    expect(kanaOfRomaji(latin)).toEqual([]),
  );

  it('has few spellings, and each reads as the Latin text', () => {
    const latin = 'YO'.repeat(40);
    expect(kanaOfRomaji(latin).length).toBeLessThanOrEqual(32);
    for (const name of ['KOTARO', 'YUKO', 'ONO', 'KENICHIRO'])
      for (const kana of kanaOfRomaji(name)) expect(romajiReads(name, kana)).toBe(true);
  });
});

describe('latinKanaDifference', () => {
  it.each([
    ['JOHNSON', 'ジョンソン'],
    ['JOHNSON', 'ジヨンソン'],
    ['Johnson', 'ｼﾞｮﾝｿﾝ'],
    ['NGUYEN', 'グエン'],
    ['SMITH', 'スミス'],
    ['WILLIAMS', 'ウィリアムズ'],
    ['BROWN', 'ブラウン'],
    ['MICHAEL', 'マイケル'],
    ['CATHERINE', 'キャサリン'],
    ['ELIZABETH', 'エリザベス'],
    ['SANTOS', 'サントス'],
    ['SILVA', 'シルバ'],
    ['SILVA', 'シルヴァ'],
    ['RODRIGUES', 'ロドリゲス'],
    ['TANAKA', 'タナカ'],
    ['OLIVEIRA', 'オリベイラ'],
    ['KIM', 'キム'],
    ['PARK', 'パク'],
    ['LEE', 'リー'],
    ['WANG', 'ワン'],
    ['LI', 'リ'],
    ['TRAN', 'チャン'],
    ['PHAM', 'ファム'],
    ['HOANG', 'ホアン'],
    ['SCHMIDT', 'シュミット'],
    ['MARIA', 'マリア'],
    ['SUZUKI', 'スズキ'],
    // ン and N at the end of a syllable are one with M, and doubled once.
    ['KIM', 'キン'],
    ['LIM', 'リン'],
    ['ANNA', 'アンナ'],
    ['ANNA', 'アナ'],
    ['HANNAH', 'ハンナ'],
    ['CAMPBELL', 'キャンベル'],
    ['MANIMARAN', 'マニマラン'],
  ])('%s reads %s', (latin, kana) => expect(latinKanaDifference(latin, kana)).toBe('reads'));

  it.each([
    ['SMITH', 'ジョンソン'],
    ['NGUYEN', 'チャン'],
    ['SATO', 'タナカ'],
    ['MARIA', 'ジョゼ'],
    ['KIM', 'パク'],
    ['WANG', 'リー'],
    ['JOHNSON', 'ウィリアムズ'],
    ['', 'スミス'],
    ['SMITH', ''],
    ['', ''],
    ['123', 'スミス'],
    // Before a vowel M and N are two sounds.
    ['MA', 'ナ'],
    ['NA', 'マ'],
    ['MAI', 'ナイ'],
    ['NAM', 'マム'],
    ['NINA', 'ミマ'],
    ['MEI', 'ネイ'],
  ])('%s differs from %s', (latin, kana) => expect(latinKanaDifference(latin, kana)).toBe('differs'));

  it.each([
    ['STEPHEN', 'スティーブン'],
    ['PREVOST', 'プレヴォー'],
  ])('%s is near %s', (latin, kana) => expect(latinKanaDifference(latin, kana)).toBe('near'));

  it('never throws', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(['reads', 'near', 'differs']).toContain(latinKanaDifference(a, b));
      }),
      { numRuns: 500 },
    );
  });
});

const LATIN = 'SMITH NGUYEN MARIA KIM WANG JOHNSON STEPHEN PREVOST LE TRAN DELACRUZ YAMAMOTO XU'.split(' ');
const KANA =
  'スミス グエン マリア キム ワン ジョンソン スティーブン プレヴォー レ チャン デラクルス ヤマモト シュー'.split(
    ' ',
  );

// No outside source says how far sounds are apart: what is cut short must be what is not.
it('says how far sounds are apart up to a limit, and beyond it that they are', () => {
  for (const latin of LATIN) {
    for (const kana of KANA) {
      const apart = soundsApart(latin, kana, Number.POSITIVE_INFINITY);
      for (const most of [0, 0.08, 0.18, 0.25, 0.5, apart, 1]) {
        if (apart <= most) expect(soundsApart(latin, kana, most)).toBe(apart);
        else expect(soundsApart(latin, kana, most)).toBeGreaterThan(most);
      }
    }
  }
});
