import { readFileSync } from 'node:fs';
import { once } from '../once.js';
import { readingsOf } from './reading-table.js';

/** Family names of China (百家姓) and Korea that are borne by many, in the form of keys. */
const FAMILY_NAMES =
  '王李張劉陳楊黄趙呉周徐孫馬朱胡郭何林高羅鄭梁謝宋唐許韓馮鄧曹彭曽蕭田董潘袁蔡蔣余于杜葉程魏蘇呂丁任盧姚沈鍾姜崔譚陸範汪' +
  '廖石金韋賈夏付方鄒熊白孟秦邱侯江尹薛閻段雷竜黎史陶賀毛郝顧龔邵万覃武銭戴厳莫孔向常湯温康施文牛樊葛邢安斉易喬伍龐顔倪荘聶' +
  '章魯岳翟申欧耿関焦柳祝左甘祁包寧尚紀柯阮卜梅童凌畢単季成霍苗裴曲涂翁盛辛婁欒符宮費賁朴河洪権南全車具玄慶元陳池琴' +
  '呉房奉片表楚桂卓景鞠丘廉千昔辺延吉魚殷';
/** Characters of given names that are in no list of common ones. */
const GIVEN_NAMES =
  '鑫琪婷娜萱雯姸梓涵睿晗琳瑶蕾穎怡璐倩菲蓉嫺婧楠昊宇軒浩瑜瑾瑞璇晨曦嵐淑嬪鎬珉昱姫旼埈赫燦';

interface Sinic {
  readonly mandarin: readonly string[];
  readonly hangul: readonly string[];
}

const NONE: Sinic = { mandarin: [], hangul: [] };

const TABLE = once(() => {
  const byChar = new Map<string, Sinic>();
  const common: string[] = [];
  for (const line of readFileSync(new URL('../data/sinic-readings.tsv', import.meta.url), 'utf8').split(
    '\n',
  )) {
    if (line === '' || line.startsWith('#')) continue;
    const [char, mandarin, hangul, use] = line.split('\t') as [string, string, string, string];
    const list = (cell: string) => (cell === '' ? [] : cell.split(','));
    const native = NATIVE[char];
    byChar.set(char, {
      mandarin: list(mandarin),
      hangul: native === undefined ? list(hangul) : [...list(hangul), native],
    });
    if (use === 'common') common.push(char);
  }
  return { byChar, common };
});

/** Characters beside which Korean names are read by the native word: 星鎮 is Seongjin, and Byeoljin. */
const NATIVE: Readonly<Record<string, string>> = { 星: '별', 光: '빛', 春: '봄', 松: '솔', 泉: '샘' };

const FAMILIES: ReadonlySet<string> = new Set(FAMILY_NAMES);

/** Whether a character (in the form of keys) is a family name of China or Korea that many bear. */
export function isSinicFamily(char: string): boolean {
  return FAMILIES.has(char);
}

/** How a character (in the form of keys) is read in Mandarin (pinyin without tones) and in Korean (hangul). */
export function sinicReadings(char: string): Sinic {
  return TABLE().byChar.get(char) ?? NONE;
}

/** Japanese on readings, as kana keys, of the characters of names that are read so in Chinese or Korean, by syllable. */
export interface OnReadings {
  readonly family: ReadonlyMap<string, ReadonlySet<string>>;
  readonly given: ReadonlyMap<string, ReadonlySet<string>>;
}

function collect(chars: Iterable<string>, language: keyof Sinic): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const char of chars) {
    const { on } = readingsOf(char);
    for (const syllable of sinicReadings(char)[language]) {
      const readings = found.get(syllable) ?? new Set();
      for (const reading of on) readings.add(reading);
      found.set(syllable, readings);
    }
  }
  return found;
}

function onReadings(language: keyof Sinic): OnReadings {
  return {
    family: collect(FAMILY_NAMES, language),
    given: collect([...TABLE().common, ...GIVEN_NAMES], language),
  };
}

export const mandarinOn = once(() => onReadings('mandarin'));
export const hangulOn = once(() => onReadings('hangul'));
