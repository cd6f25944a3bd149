/** Stands for any character that could not be written: ●, 〓, ?, U+FFFD, private use. */
export const UNKNOWN_CHARACTER = '●';

/** Old and new shapes of one kanji that alternate in place names (龍ケ崎 / 竜ヶ崎); first the one kept. */
const SHAPES = [
  '沢澤',
  '浜濱\u{6ff5}',
  '辺邊邉',
  '島嶋嶌',
  '竜龍',
  '淵渕渊',
  '曽曾',
  '崎\u{fa11}嵜',
  '高\u{9ad9}',
  '真眞',
  '広廣',
  '国國圀',
  '県縣',
  '区區',
  '寿壽',
  '滝瀧',
  '蔵藏',
  '桜櫻',
  '会會',
  '関關',
  '鉄鐵',
  '桧檜',
  '篭籠',
  '鴬鶯',
  '荘莊',
  '条條',
  '弥彌',
  '恵惠',
  '徳\u{5fb7}',
  '静靜',
  '万萬',
  '円圓',
  '与與',
  '館舘',
  '釜竈竃',
  '富冨',
  '峰峯',
  '岳嶽',
  '塚\u{fa10}',
  '槙槇',
  '鯵鰺',
  '蛎蠣',
  '鴎鷗',
  '芦蘆',
  '穂穗',
  '諌諫',
  '麹麴',
  '頚頸',
  '砺礪',
  '薮藪',
  '梅\u{fa44}',
  '都\u{fa26}',
  '福\u{fa1b}',
  '神\u{fa19}',
  '祥\u{fa1a}',
  '羽\u{fa1e}',
  '瀬瀨',
  '横橫',
  '黒黑',
  '栄榮',
  '斎齋',
  '斉齊',
  '宝寶',
  '当當',
  '駅驛',
  '塩鹽',
  '鶏鷄',
  '桑桒',
  '柳栁',
  '橋槗',
  '鎌鐮',
  '桝枡',
  '蓮\u{84ee}',
  '祇祗',
  '茅\u{8305}',
] as const;

const SPACE = 0x20;
const MAP = new Uint16Array(65_536);
for (let code = 0; code < 65_536; code++) MAP[code] = foldCode(code);
for (const shapes of SHAPES) {
  for (const shape of shapes) MAP[shape.charCodeAt(0)] = shapes.charCodeAt(0);
}
map('ぁァ', 'ア');
map('ぃィ', 'イ');
map('ぅゥ', 'ウ');
map('ぇェ', 'エ');
map('ぉォ', 'オ');
map('っッ', 'ツ');
map('ゃャ', 'ヤ');
map('ゅュ', 'ユ');
map('ょョ', 'ヨ');
map('ヵゕ', 'カ');
map('ヶゖ', 'ケ');
map('ヮゎ', 'ワ');
map('之乃', 'ノ');
map('\u3000\t\n\r\u00a0（）()「」『』、，,#＃"＂', ' ');
map('〓?？\u{fffd}', UNKNOWN_CHARACTER);
map('‐‑‒–—―−－─━ｰー~～〜\u{ff0d}', '-');
map('．｡。・･', '.');

function map(from: string, to: string): void {
  for (const character of from) MAP[character.charCodeAt(0)] = to.charCodeAt(0);
}

function foldCode(code: number): number {
  if (code >= 0xff01 && code <= 0xff5e) return foldCode(code - 0xfee0);
  if (code >= 0x61 && code <= 0x7a) return code - 0x20;
  if (code >= 0x3041 && code <= 0x3096) return code + 0x60;
  if (code >= 0xe000 && code <= 0xf8ff) return UNKNOWN_CHARACTER.charCodeAt(0);
  return code;
}

const DASH = 0x2d;
const LONG_VOWEL = 0x30fc;
const GA = 0x30ac;
const KE = 0x30b1;

/** Shapes beyond the basic plane. */
const ASTRAL = new Map([
  ['\u{20bb7}', '吉'],
  ['\u{2123d}', '土'],
  ['\u{2363a}', '橋'],
  ['\u{2550e}', '崎'],
]);
const RARE = /\p{Variation_Selector}|[\u{20bb7}\u{2123d}\u{2363a}\u{2550e}]/gu;

/** Half-width kana, loose dakuten, ligatures and enclosed characters, all of which NFKC writes out. */
const COMPATIBLE = /[\uff61-\uff9f\u3099\u309a\u2100-\u217f\u2460-\u24ff\u3200-\u33ff]/u;

/**
 * An address in one notation of characters: ASCII digits and capitals, katakana without small letters, one kind
 * of dash, ケ for ヶ, が and ガ before a kanji, old shapes of kanji new, unknown characters ●. Blanks before the
 * first digit go, later ones become one. Idempotent.
 */
export function foldAddress(text: string): string {
  const source = plainCharacters(text);
  const units = source.length <= SCRATCH.length ? SCRATCH : new Uint16Array(source.length);
  let length = 0;
  let last = 0;
  let digitSeen = false;
  for (let i = 0; i < source.length; i++) {
    let code = MAP[source.charCodeAt(i)] as number;
    if (code === SPACE) {
      if (!digitSeen || last === SPACE) continue;
    } else if (code === DASH) {
      if (isKatakana(last) && (source.charCodeAt(i) === LONG_VOWEL || isKatakana(nextCode(source, i)))) {
        code = LONG_VOWEL;
      }
    } else if (code === GA || code === KE) {
      code = isKanji(nextCode(source, i)) ? KE : code;
    } else if (code >= 0x30 && code <= 0x39) digitSeen = true;
    units[length++] = code;
    last = code;
  }
  return textOf(units, last === SPACE ? length - 1 : length);
}

/** Reused from call to call: building a string letter by letter costs three times as much. */
const SCRATCH = new Uint16Array(256);

function textOf(units: Uint16Array, length: number): string {
  if (length <= SCRATCH.length) {
    return String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]);
  }
  let text = '';
  for (let i = 0; i < length; i++) text += String.fromCharCode(units[i] as number);
  return text;
}

function plainCharacters(text: string): string {
  const known = text.replace(RARE, (shape) => ASTRAL.get(shape) ?? '');
  return COMPATIBLE.test(known) ? known.normalize('NFKC') : known;
}

/** The folded character after place `i`, blanks left out. */
function nextCode(source: string, i: number): number {
  let at = i + 1;
  while (at < source.length && MAP[source.charCodeAt(at)] === SPACE) at++;
  return at < source.length ? (MAP[source.charCodeAt(at)] as number) : 0;
}

/** Is this UTF-16 unit a katakana letter, or the long-vowel mark? */
function isKatakana(code: number | undefined): boolean {
  return code !== undefined && code >= 0x30a1 && code <= 0x30fc && code !== 0x30fb;
}

/** Is this UTF-16 unit a kanji of the basic plane, or 々? */
export function isKanji(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3005;
}
