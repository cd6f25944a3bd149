import { describe, expect, it } from 'vitest';
import { kanaKey } from '../../src/normalize/name/kana.js';
import { compareNames } from '../../src/verify/compare-name.js';
import { spokenAbroad } from '../../src/verify/heard-abroad.js';
import { latinKanaDifference } from '../../src/verify/latin-kana.js';
import { NAME_CODES } from '../../src/verify/name-levels.js';
import { personNames } from '../../src/verify/person-name.js';
import { createReadings } from '../../src/verify/reading/reading.js';
import { hearWord } from '../../src/verify/words-heard.js';

const readings = createReadings([]);
const CONTRADICTING = [NAME_CODES.latin_differs, NAME_CODES.latin_other, NAME_CODES.different];

/** Whether the kana of a record, of which nothing else is known, contradict a resident in Latin letters without furigana. */
function contradicts(kana: string, name: string): boolean {
  const none = { formerName: null, alias: null };
  const { family, given } = compareNames(
    personNames({ name: null, kana, ...none }),
    personNames({ name, kana: null, ...none }),
    readings,
  );
  return [family, given].some((code) => (CONTRADICTING as readonly number[]).includes(code));
}

// Names thought of, of no generator.
describe('kana are heard in the name in Latin letters whose they are', () => {
  it.each([
    ['ｼﾙﾊﾞ ﾌｪﾙﾅﾝﾀﾞ', 'SILVA FERNANDA'],
    ['ﾌｪﾙﾅﾝﾀﾞ ｼﾙｳﾞｧ', 'SILVA FERNANDA'],
    ['ｸﾙｽ ﾏﾘｱ ﾃﾚｻ', 'CRUZ MARIA TERESA'],
    ['ｸﾙｰｽﾞ ﾏﾘｱ', 'CRUZ MARIA TERESA'],
    ['ﾏﾘｱ ｸﾙｽ', 'CRUZ MARIA TERESA'],
    ['ﾌｪﾙﾅﾝﾃﾞｽ ｶﾙﾛｽ', 'FERNANDEZ CARLOS'],
    ['ｸﾞﾃｨｴﾚｽ ﾊﾋﾞｴﾙ', 'GUTIERREZ JAVIER'],
    ['ﾓﾗﾚｽ ﾙｲｽ', 'MORALES LUIS'],
    ['ｱﾙﾊﾞﾚｽ ﾃﾞｨｴｺﾞ', 'ALVAREZ DIEGO'],
    ['ﾛﾊﾞｰﾄ ﾌﾞｯｼｭ', 'BUSH ROBERT'],
    ['ｸﾗｰｸ ﾃﾞﾆｽ', 'CLARK DENNIS'],
    ['ﾑｰｱ ｽｰｻﾞﾝ', 'MOORE SUSAN'],
    ['ﾃﾞｭﾎﾞﾜ ｼﾞｬﾝ', 'DUBOIS JEAN'],
    ['ｱｲﾔｰ ﾗｼﾞｰﾌﾞ', 'IYER RAJIV'],
    ['ﾃﾞﾚｵﾝ ﾏﾘｾﾙ', 'DE LEON MARICEL'],
    ['ﾗﾓｽ ｸﾘｽﾃｨﾅ', 'RAMOS CRISTINA'],
    ['ﾗﾏ ﾍﾟﾏ', 'LAMA PEMA'],
    ['ﾎｱﾝ ﾃｨ ﾐﾝ', 'HOANG THI MINH'],
    ['ﾁｬﾝ ｳﾞｧﾝ ﾌﾝ', 'TRAN VAN HUNG'],
    ['ｷﾑ ﾐﾝｼﾞ', 'KIM MINJI'],
    ['ﾊﾟｸ ﾁｫﾙｽ', 'PARK CHULSOO'],
    ['ﾜﾝ ｼﾞｪﾝ', 'WANG ZHEN'],
    ['ｵｳ ﾃﾝ', 'WANG TIAN'],
    ['ﾘｰ ｼｬｵﾛﾝ', 'LI XIAOLONG'],
    ['ｼｬｵﾛﾝ ﾘｰ', 'LI XIAOLONG'],
    ['ﾕｰ ﾊｵﾊｲ', 'YU HAOHAI'],
    ['ﾊｵﾊｲ ﾕｰ', 'YU HAOHAI'],
    ['ﾘｰ ﾌｪｲﾁｬﾝ', 'LI FEIQIANG'],
    ['ﾁｪ ﾐﾝﾎ', 'CHOI MINHO'],
    ['ｱｳﾝ ﾐﾝ ﾄｩﾝ', 'AUNG MIN TUN'],
    ['ｽｷﾞｱﾙﾄ', 'SUGIARTO'],
    ['ﾌﾞﾃﾞｨ ﾊﾙﾄﾉ', 'HARTONO BUDI'],
    ['ｼﾝ ｱﾙｼﾞｭﾝ', 'SINGH ARJUN'],
    ['ﾊﾟﾃﾙ ﾆｰﾙ', 'PATEL NEEL'],
    ['ｼﾞｮﾝｽﾄﾝ ｴﾐﾘｰ', 'JOHNSTON EMILY'],
    ['ﾀﾅｶ ﾄﾞｳｸﾞﾗｽ ﾋﾛｼ', 'TANAKA DOUGLAS HIROSHI'],
  ])('%s, %s', (kana, name) => expect(contradicts(kana, name)).toBe(false));
});

describe('kana of a stranger are not', () => {
  it.each([
    ['ﾋﾗﾔﾏ ｼｵﾘ', 'SILVA FERNANDA'],
    ['ｼｵﾘ ﾋﾗﾔﾏ', 'SILVA FERNANDA'],
    ['ｸﾛｻﾜ ｷﾖｼﾞ', 'CRUZ MARIA TERESA'],
    ['ｺｳﾉ ｱｵｲ', 'GOMEZ ANA'],
    ['ｳﾁｲｽﾞﾐ ﾕｷ', 'JAYSON ULRICH'],
    ['ﾔﾏﾀﾞ ﾊﾅｺ', 'YADAV ANITA'],
    ['ｻﾄｳ ｹﾝ', 'SANTOS KEVIN'],
    ['ﾊｼﾓﾄ ﾐﾎ', 'HASSAN MOHAMED'],
    ['ﾀｶﾊｼ ﾏｻｷ', 'TAMANG MAYA'],
    ['ｺﾊﾞﾔｼ ﾘﾖ', 'COLLINS LEE'],
    ['ｲﾉｳｴ ｶﾅ', 'RAI KAREN'],
    ['ｼﾐｽﾞ ｱｷｺ', 'SHIMANSKI AKIM'],
    ['ﾑﾗｶﾐ ｻﾄﾐ', 'MARQUEZ SANTOSH'],
    ['ﾏﾘｱ ﾛﾍﾟｽ', 'CRUZ MARIANA'],
    ['ｼﾙﾊﾞ ｱﾅ', 'SOUZA FERNANDA'],
    ['ﾌｪﾙﾅﾝﾃﾞｽ ﾎｾ', 'FERREIRA CARLOS'],
    ['ｸﾞｴﾝ ﾃｨ ﾗﾝ', 'NGUYEN THI HOA'],
    ['ｷﾑ ﾐﾝｽ', 'KIM YOUNGHO'],
    ['ﾘｭｳ ｼﾝ', 'WANG LEI'],
    ['ﾁﾝ ｼﾞｮﾝ', 'PARK MINJI'],
    ['ﾊﾞﾊﾄﾞｩﾙ ﾗﾑ', 'GURUNG SURESH'],
    ['ｱﾘ ﾊｻﾝ', 'AHMED IMRAN'],
    ['ﾃﾞﾚｵﾝ ﾏﾘｾﾙ', 'DELACRUZ ROWENA'],
    ['ﾎﾜｲﾄ ﾒｱﾘｰ', 'MARTIN WAYNE'],
    // Of syllables the sound is known: nearly so is another's.
    ['ﾘ ﾋｷﾖｳ', 'YU HAOHAI'],
    ['ﾋｷﾖｳ ﾘ', 'YU HAOHAI'],
  ])('%s, %s', (kana, name) => expect(contradicts(kana, name)).toBe(true));
});

describe('a word is heard as it is spelt', () => {
  it.each([
    ['CRUZ', 'キヨジ'],
    ['HARI', 'エカリ'],
    ['KUMAR', 'クロヤ'],
    ['HA', 'ウハ'],
  ])('%s does not read %s', (latin, kana) => expect(latinKanaDifference(latin, kana)).not.toBe('reads'));

  // SI LV A, MA RI A and SU NI TA are syllables of pinyin or Korean, and no names of two.
  it.each([
    ['SILVA', 'シオリ'],
    ['MARIA', 'ミヤザワ'],
    ['SUNITA', 'サダオ'],
    ['ANA', 'オオノ'],
    ['HIGA', 'アイホ'],
  ])('%s is not %s in pinyin or Korean', (latin, kana) =>
    expect(spokenAbroad(latin, kanaKey(kana))).toBe(false),
  );

  it.each([
    ['XINYI', 'シンイー'],
    ['XIAOMEI', 'シャオメイ'],
    ['OUYANG', 'オウヤン'],
    ['MINSEO', 'ミンソ'],
    ['HYUNWOO', 'ヒョヌ'],
    ['ZHAO', 'チャオ'],
  ])('%s is %s', (latin, kana) => expect(spokenAbroad(latin, kanaKey(kana))).toBe(true));
});

describe('one syllable of pinyin or Korean is heard as it sounds, or as it is spelt', () => {
  const heard = (latin: string, kana: string) => hearWord(latin, kanaKey(kana), 'given', readings);
  it.each([
    ['XIAO', 'シャオ'],
    ['XIAO', 'シヤオ'],
    ['CHANG', 'チャン'],
    ['JUAN', 'フアン'],
    ['JUAN', 'ホアン'],
    ['KANG', 'カン'],
    ['HYUN', 'ヒョン'],
    ['JUNG', 'ユング'],
    ['RUAN', 'ルアン'],
    ['PARK', 'パク'],
    ['PARK', 'パーク'],
  ])('%s is %s', (latin, kana) => expect(heard(latin, kana)).not.toBe(null));

  it.each([
    ['XIAO', 'クサツ'],
    ['XIAO', 'カツオ'],
    ['ZHAO', 'ユハオ'],
    ['KANG', 'クニコ'],
    ['HYUN', 'フユコ'],
    ['CHANG', 'キヨコ'],
  ])('%s is no %s', (latin, kana) => expect(heard(latin, kana)).toBe(null));
});
