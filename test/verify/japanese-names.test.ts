import { describe, expect, it } from 'vitest';
import { compareNames } from '../../src/verify/compare-name.js';
import { soundsLike } from '../../src/verify/compare-part.js';
import { NAME_CODES } from '../../src/verify/name-levels.js';
import { personNames } from '../../src/verify/person-name.js';
import { createReadings } from '../../src/verify/reading/reading.js';

/** Japanese of a run, five of each name; and a kana that foreigners alone bear. */
const BORNE = `石田 イシダ,洋子 ヨウコ,三浦 ミウラ,川野 カワノ,坊野 ボウノ,松浦 マツウラ,桂 カツラ,鈴木 スズキ,佐藤 サトウ,木村 キムラ,
  直美 ナオミ,恵理 エリ,真理 マリ,理沙 リサ,圭斗 ケイト,祥 ショウ,麻里 マリ,譲二 ジョウジ,沙羅 サラ,亜理沙 アリサ,圭子 ケイコ,修 オサム,
  健二 ケンジ,滋 シゲル,浩 ヒロシ,浩美 ヒロミ,薫 カオル,真 マコト,愛子 アイコ,MARIA マリヤ`;
const readings = createReadings(
  BORNE.split(',').map((pair) => {
    const [written = '', kana = ''] = pair.trim().split(' ');
    return [written, kana, 5] as const;
  }),
);
const nobody = createReadings([]);

describe('what only somewhat sounds like Latin letters', () => {
  it.each([
    ['JOAO', 'ヨウコ'],
    ['MUELLER', 'ミウラ'],
    ['KHAN', 'カワノ'],
    ['BRUNO', 'ボウノ'],
    ['MARIA', 'マツウラ'],
    ['KALLA', 'カツラ'],
    ['SELJUK', 'スズキ'],
    ['GNOLI', 'キムラ'],
    ['SIGMAR', 'シゲル'],
    ['GEROLAMI', 'ヒロミ'],
    ['MCCARTHY', 'マコト'],
    ['IAGO', 'ヨウコ'],
  ])('%s is not heard as %s, which is a Japanese name', (latin, kana) => {
    expect(soundsLike(latin, kana, nobody)).not.toBe('differs');
    const heard = createReadings([...kanjiOf(kana)]);
    expect(soundsLike(latin, kana, heard)).toBe('differs');
  });

  it.each([
    ['NAOMI', 'ナオミ'],
    ['NAOMY', 'ナオミ'],
    ['ELLIE', 'エリ'],
    ['MARY', 'マリ'],
    ['LISA', 'リサ'],
    ['KATE', 'ケイト'],
    ['SHAW', 'ショウ'],
    ['GEORGE', 'ジョウジ'],
    ['SARAH', 'サラ'],
    ['ALISSA', 'アリサ'],
    // As Japanese abroad are written.
    ['KEICO', 'ケイコ'],
    ['QUEIKO', 'ケイコ'],
    ['OSSAMU', 'オサム'],
    ['KENGI', 'ケンジ'],
    ['CHIGUERU', 'シゲル'],
    ['HIROCHI', 'ヒロシ'],
    ['SATO', 'サトウ'],
    ['SUZUKY', 'スズキ'],
  ])('%s is heard as %s, though Japanese bear it as well', (latin, kana) => {
    expect(soundsLike(latin, kana, readings)).toBe('reads');
  });

  it.each([
    // Others in Latin letters bear it: a name of foreigners.
    ['MARIJKA', 'マリヤ'],
    ['MARIAH', 'マリヤ'],
    ['LEVENTINA', 'レベンチナ'],
    ['THIAGO', 'チアゴ'],
    ['FERNANDO', 'ヘルナンド'],
  ])('%s is heard as %s, which no Japanese bears', (latin, kana) => {
    expect(soundsLike(latin, kana, readings)).not.toBe('differs');
  });

  it('what another record has taught of the two is heard all the same', () => {
    const taught = createReadings([...kanjiOf('ヨウコ'), ['JOAO', 'ヨウコ', 2]]);
    expect(soundsLike('JOAO', 'ヨウコ', taught)).toBe('reads');
  });

  it.each([
    ['ｲｼﾀﾞ ﾖｳｺ', 'COSTA JOAO', 'latin_differs latin_differs'],
    ['ﾐｳﾗ ﾘｻ', 'MUELLER LISA', 'latin_differs reading'],
    ['ｶﾜﾉ ﾅｵﾐ', 'KHAN NAOMI', 'latin_differs reading'],
    ['ﾐｭﾗｰ ﾘｻ', 'MUELLER LISA', 'reading reading'],
    ['ﾜﾀﾅﾍﾞ ｹｲｺ', 'WATANABE KEIKO', 'reading reading'],
  ])('the account of %s is held against %s: %s', (kana, name, expected) => {
    const { family, given } = compareNames(
      personNames({ name: null, kana, formerName: null, alias: null }),
      personNames({ name, kana: null, formerName: null, alias: null }),
      readings,
    );
    const ids = Object.keys(NAME_CODES);
    expect(`${ids[family]} ${ids[given]}`).toBe(expected);
  });
});

/** Somebody in kanji who bears the kana, in five rows. */
function kanjiOf(kana: string): readonly (readonly [string, string, number])[] {
  return [['漢', kana, 5]];
}
