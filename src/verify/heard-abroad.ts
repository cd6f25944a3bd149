import { soundsOfHangul, soundsOfPinyin, soundsOfSyllables } from '../normalize/reading/sinic-sounds.js';
import { hangulSyllables, pinyinSyllables } from '../normalize/reading/sinic-spelling.js';
import { hangulOn, mandarinOn, type OnReadings, sinicReadings } from '../normalize/reading/sinic-table.js';
import { remembered } from '../normalize/remembered.js';
import { kanaDifference } from './kana-difference.js';
import { latinKanaDifference, soundsApart } from './latin-kana.js';

export type NamePartKind = 'family' | 'given';

/** Whether kana are kanji as Mandarin or Korean reads them: 周 ジョウ, 哲鎮 チョルジン. Keys; of one to three characters. */
export const kanjiHeardAbroad = remembered(isHeardAbroad, 100_000);

function isHeardAbroad(written: string, kana: string): boolean {
  const chars = [...written].map(sinicReadings);
  if (chars.length > 3 || kana === '') return false;
  const heard = [
    chars.map(({ mandarin }) => mandarin.flatMap(soundsOfPinyin)),
    chars.map(({ hangul }) => hangul.flatMap(soundsOfHangul)),
  ];
  // Of 英英 some hear ヨンヨン, and some ヨングヨング.
  const nasal = kana.replace(/ング/g, 'ン');
  return heard.some(
    (syllables) =>
      syllables.every((sounds) => sounds.length > 0) && sound(spoken(syllables), nasal, CHARACTERS_WITHIN),
  );
}

/** One syllable differs from most others by a vowel: within this it is the same (WAN is no ウエン). */
const SYLLABLE_WITHIN = 0.08;
/** Several say more. Characters are syllables for certain, while SILVA is SI LV A in pinyin, and no Chinese name. */
const CHARACTERS_WITHIN = 0.18;
const SYLLABLES_WITHIN = 0.12;
/** Syllables of a word: given names have two, and so have compound family names. */
const MOST_SYLLABLES = 2;

/** Syllables in every way in which they may sound, in Latin letters. */
interface Spoken {
  readonly isOne: boolean;
  readonly sounds: readonly string[];
}

const spoken = (syllables: readonly (readonly string[])[]): Spoken => ({
  isOne: syllables.length === 1,
  sounds: soundsOfSyllables(syllables),
});

/** Whether syllables sound so, several of them no farther off than `several`. */
function sound({ isOne, sounds }: Spoken, kana: string, several: number): boolean {
  const within = isOne ? SYLLABLE_WITHIN : several;
  return sounds.some((latin) => soundsApart(latin, kana, within) <= within);
}

/** Whether Latin letters are kanji in pinyin or as Korean is romanised: 閻 YAN, 哲鎮 CHEOLJIN. */
export function kanjiSpelt(written: string, latin: string): boolean {
  if (isPinyinOf(written, latin)) return true;
  const chars = [...written].map(sinicReadings);
  return (
    chars.length <= MOST_CHARACTERS &&
    hangulSyllables(latin).some(
      (syllables) =>
        syllables.length === chars.length &&
        syllables.every((one, i) => chars[i]!.hangul.some((syllable) => one.has(syllable))),
    )
  );
}

/** Whether Latin letters are kanji in pinyin, which every passport spells alike, as none does Korean. */
export function isPinyinOf(written: string, latin: string): boolean {
  const chars = [...written].map(sinicReadings);
  return (
    chars.length <= MOST_CHARACTERS &&
    pinyinSyllables(latin).some(
      (syllables) =>
        syllables.length === chars.length &&
        syllables.every((one, i) => one.some((syllable) => chars[i]!.mandarin.includes(syllable))),
    )
  );
}

const MOST_CHARACTERS = 3;

/** Of how many syllables Latin letters may be, as pinyin or as Korean is romanised; none where they are neither. */
export function sinicLengths(latin: string): readonly number[] {
  return [...pinyinSyllables(latin), ...hangulSyllables(latin)].map(({ length }) => length);
}

/** Whether kana are a Latin name as its pinyin or its Korean is heard: ZHAO チャオ, XINYI シンイー, CHOI チェ. */
export function spokenAbroad(latin: string, kana: string): boolean {
  if (
    [...northern(latin), ...byCustom(latin)].some((sounds) => latinKanaDifference(sounds, kana) === 'reads')
  )
    return true;
  if (inPortuguese(latin, kana)) return true;
  return spokenSyllables(latin).some((syllables) => sound(syllables, kana, SYLLABLES_WITHIN));
}

/** Words of names whose syllables are kept: a word meets many others. */
const WORDS = 20_000;

const spokenSyllables = remembered(
  (latin: string): readonly Spoken[] =>
    [
      ...pinyinSyllables(latin).map((syllables) => syllables.map((one) => one.flatMap(soundsOfPinyin))),
      ...hangulSyllables(latin).map((syllables) => syllables.map((one) => [...one].flatMap(soundsOfHangul))),
    ]
      .filter(({ length }) => length <= MOST_SYLLABLES)
      .map(spoken),
  WORDS,
);

/** Whether a kana sounds like one syllable of pinyin or Korean, no farther from it than `most`. */
export function isSyllableWithin(latin: string, kana: string, most: number): boolean {
  return spokenSyllables(latin).some(
    ({ isOne, sounds }) => isOne && sounds.some((one) => soundsApart(one, kana, most) <= most),
  );
}

/** Names of Vietnam whose D has no bar, and is Z in the north and Y in the south (DUONG ズオン); so is GI in the north. */
const SOFT = new Set(
  'DUONG DUNG DUY DUYEN DUYET DUAN DIEM DIEN DIEP DIEU DU DAN DANH DOAN GIANG GIAP GIA GIAO'.split(' '),
);

/** A last T that is not heard, or as ッ, which many write ツ. */
const LAST_T = /(?<=^(?:HTE|TE|THE|MYA|WU))T$/;

/**
 * How Myanmar spells: KY is チ and GY ジ, an H is breath (HLA ラ, PHYU ピュー), AW is オー, AYE エー, W behind
 * a consonant ウ or オ (NWE ノエ), and a last T is not heard (KYAW チョー, HTET テッ).
 */
const BURMESE: readonly (readonly [RegExp, string])[] = [
  [/^K(?:H?)Y(?=[AEIOU])/, 'CH'],
  [/^GY(?=[AEIOU])/, 'J'],
  [/^H(?=[LMNT][A-Z])/, ''],
  [/^PH(?=Y[OUA]|OE$|ONE$|AY$)/, 'P'],
  [/^AYE$/, 'E'],
  [/(?<=[A-Z])AW$/, 'O'],
  [/(?<=[KLMNPST])W(?=[AEI])/, 'U'],
  [LAST_T, ''],
];
/** Names that are not said as they are spelt. */
const CUSTOM: Readonly<Record<string, string>> = {
  DEWI: 'DEVI',
  MATTHEW: 'MASSHU',
  MATHEW: 'MASSHU',
  STEPHEN: 'STIBUN',
  HUGH: 'HYU',
};

function byCustom(latin: string): readonly string[] {
  const sounds = [CUSTOM[latin] ?? inBurmese(latin), latin.replace(LAST_T, 'TSU'), ...inThai(latin)];
  return sounds.filter((each) => each !== latin);
}

/** An H is breath in Thai as well, and an R behind it is not always heard: PHROMMA プロンマ, ポンマ. */
const inThai = (latin: string) => ['P$1', 'P'].map((sounds) => latin.replace(/PH(?=[AEIOURL])(R?)/g, sounds));

/** How near a nasal must sound: JOAO is no ジョン. */
const NASAL_WITHIN = 0.08;

/** The last AO of Portuguese is a nasal: JOAO ジョアン, FALCAO ファルカン, GARCAO ガルサウン; that of a syllable of pinyin is none (XIAO シャオ). */
function inPortuguese(latin: string, kana: string): boolean {
  if (!/[A-Z]AO$/.test(latin) || pinyinSyllables(latin).some(({ length }) => length === 1)) return false;
  // A passport has no cedilla: GARCAO is GARÇÃO.
  const stem = latin.slice(0, -'AO'.length);
  return [stem, stem.replace(/C$/, 'S')]
    .flatMap((each) => [`${each}AN`, `${each}AUN`])
    .some((sounds) => soundsApart(sounds, kana, NASAL_WITHIN) <= NASAL_WITHIN);
}

const inBurmese = (latin: string) =>
  BURMESE.reduce((word, [spelling, sound]) => word.replace(spelling, sound), latin);

function northern(latin: string): readonly string[] {
  if (!SOFT.has(latin)) return [];
  const rest = latin.replace(/^(?:GI(?=[AEOUY])|D)/, '');
  return [`Z${rest}`, `J${rest}`];
}

/**
 * Whether kana are the Japanese reading of characters that a Latin name may stand for: ZHAO チョウ (趙), XIN キン (欣). Of a
 * family name those that many bear are asked, of a given name the characters in common use.
 */
export function readInJapanese(latin: string, kana: string, part: NamePartKind): boolean {
  const readsAs = (on: OnReadings, syllables: readonly (readonly string[])[]) =>
    (part === 'given' || syllables.length === 1) &&
    canBe(
      syllables.map((one) => one.flatMap((syllable) => on[part].get(syllable) ?? [])),
      kana,
    );
  return (
    pinyinSyllables(latin).some((syllables) => readsAs(mandarinOn(), syllables)) ||
    hangulSyllables(latin).some((syllables) =>
      readsAs(
        hangulOn(),
        syllables.map((one) => [...one]),
      ),
    )
  );
}

/** Of two texts that begin with the same kana. */
const SAME: ReadonlySet<string> = new Set(['equal', 'long-vowel']);

/** Of each character the sets of its readings: of hundreds, one or two begin as the kana do. */
function canBe(characters: readonly (readonly ReadonlySet<string>[])[], kana: string): boolean {
  const [first, second, ...more] = characters;
  if (first === undefined || more.length > 0) return false;
  const isSame = (text: string) => SAME.has(kanaDifference(text, kana));
  for (const readings of first)
    for (const one of readings) {
      if (one[0] !== kana[0]) continue;
      if (second === undefined ? isSame(one) : second.some((next) => anyOf(next, (two) => isSame(one + two))))
        return true;
    }
  return false;
}

function anyOf(texts: ReadonlySet<string>, holds: (text: string) => boolean): boolean {
  for (const text of texts) if (holds(text)) return true;
  return false;
}
