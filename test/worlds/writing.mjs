/**
 * How a system other than the register writes a person: other notations, names of another time, slips. What is harmless
 * is noted by name, so that false alarms can be told apart by kind.
 *
 * @typedef {object} Hand habits of a source, as chances
 * @property {number} [staleName] a name from before a marriage of the last eight years is still there
 * @property {number} [staleAddress] the address of before a move is still there
 * @property {boolean} [fromRegister] texts are copied from the register
 * @property {number} [latin] a foreigner's kana item holds Latin letters
 * @property {number} [reordered] a foreigner's words stand in another order
 * @property {number} [simplified] Chinese names in simplified characters
 * @property {number} [katakanaName] a foreigner's name item holds katakana
 * @property {number} [cut] longest name, in characters
 * @typedef {object} Shown what a record says, as data and as texts
 * @property {'own' | 'before' | 'alias'} as whose name it is
 * @property {string} name
 * @property {string} kana
 * @property {number[] | null} birth
 * @property {string} sex '1', '2' or ''
 * @property {import('./places.mjs').Address | null} address
 * @property {string} addressText
 * @property {Set<string>} notes
 */
import { YEAR } from './calendar.mjs';
import { inKana, inKanji, inLatin } from './foreign.mjs';
import { fullAddress, noted } from './places.mjs';

const VARIANTS =
  '高髙 崎﨑 辺邊邉 斉齊 斎齋 浜濱 沢澤 広廣 島嶋 桜櫻 真眞 恵惠 国國 条條 瀬瀨 黒黑 徳德 竜龍 滝瀧 富冨 峰峯 曽曾 栄榮 弥彌 万萬 柳栁 与與 関關 円圓 学學 実實 豊豐 静靜 寿壽'
    .split(' ')
    .map((group) => Array.from(group));
const ALIKE = [
  '太大',
  '己巳',
  '未末',
  '土士',
  '裕祐',
  '佑祐',
  '郎朗',
  '弘広',
  '日目',
  '綾稜',
  '和知',
  '晴清',
  '博愽',
  '鈴玲',
  '彦産',
  '美実',
  '香季',
  '宏広',
  '雄維',
  '直真',
].flatMap((pair) => [
  [pair[0], pair[1]],
  [pair[1], pair[0]],
]);
const NEAR_KANA = [
  'シジ',
  'カガ',
  'コゴ',
  'タダ',
  'サザ',
  'ハバ',
  'ユヨ',
  'リル',
  'ナマ',
  'エヘ',
  'ワク',
  'ソン',
  'ツシ',
  'ミシ',
];

/**
 * @param {import('./prng.mjs').Prng} random
 * @param {import('./population.mjs').Person} person
 * @param {Hand} hand
 * @param {readonly string[]} shows the items that the source has
 * @returns {Shown}
 */
export function write(random, person, hand, shows) {
  const notes = new Set();
  const as = nameUsed(random, person, hand, notes);
  const japanese = person.nation === 'JP' || as === 'alias';
  const item = (name, text) => (shows.includes(name) ? text() : '');
  return {
    as,
    notes,
    name: item('name', () =>
      japanese ? japaneseName(random, person, as, hand, notes) : foreignerName(random, person, hand, notes),
    ),
    kana: item('kana', () =>
      japanese ? japaneseKana(random, person, as, notes) : foreignerKana(random, person, hand, notes),
    ),
    birth: item('birth', () => birthWritten(random, person, notes)) || null,
    sex: item('sex', () =>
      random.chance(0.003) ? '' : String(random.chance(0.0002) ? 3 - person.sex : person.sex),
    ),
    ...(shows.includes('address')
      ? addressWritten(random, person, hand, as, notes)
      : { address: null, addressText: '' }),
  };
}

function addressWritten(random, person, hand, as, notes) {
  const stale = person.old && random.chance((hand.staleAddress ?? 0) * (as === 'before' ? 4 : 1));
  if (stale) notes.add(person.oldKnown ? 'previous-address' : 'stale-address');
  const address = stale ? person.old : person.home;
  return { address, addressText: hand.fromRegister ? fullAddress(address) : noted(random, address) };
}

function nameUsed(random, person, hand, notes) {
  const { before, married, alias } = person;
  if (before) {
    const chance = (hand.staleName ?? 0) * (YEAR - married < 8 ? 1 : 0.06);
    if (!random.chance(chance)) return 'own';
    notes.add(person.beforeKnown ? 'former-name' : 'former-name-unknown');
    return 'before';
  }
  if (alias && random.chance(hand.fromRegister ? 0.3 : 0.5)) {
    notes.add('alias');
    return 'alias';
  }
  return 'own';
}

const writtenNames = (person, as) =>
  as === 'alias'
    ? [person.alias.family, person.alias.given]
    : [as === 'before' ? person.before : person.family, person.given];

function japaneseName(random, person, as, hand, notes) {
  const [family, given] = writtenNames(person, as);
  const text = [family, given].map(({ kanji }) =>
    Array.from(kanji, (char) => character(random, char, hand, notes)).join(''),
  );
  return text.join(random.pick(['　', '　', ' ', hand.fromRegister ? '　' : '']));
}

function character(random, char, hand, notes) {
  const group = VARIANTS.find((chars) => chars.includes(char));
  if (group && random.chance(hand.fromRegister ? 0.02 : 0.35)) {
    notes.add('variant');
    return random.pick(group);
  }
  if (random.chance(0.0002)) {
    notes.add('unknown-character');
    return '●';
  }
  const alike = ALIKE.find(([one]) => one === char);
  if (!alike || !random.chance(0.002)) return char;
  notes.add('kanji-slip');
  return alike[1];
}

function japaneseKana(random, person, as, notes) {
  const [family, given] = writtenNames(person, as).map(({ kana }) => kana);
  return kanaSlip(random, `${family}　${given}`, notes);
}

function kanaSlip(random, kana, notes) {
  if (random.chance(0.3)) kana = kana.replace(/ヅ/g, 'ズ');
  if (!random.chance(0.002)) return kana;
  const at = random.int(kana.length);
  const near = NEAR_KANA.find((pair) => pair.includes(kana[at]));
  if (!near) return kana;
  notes.add('kana-slip');
  return kana.slice(0, at) + near[1 - near.indexOf(kana[at])] + kana.slice(at + 1);
}

function foreignerName(random, person, hand, notes) {
  const { nation, foreign, register } = person;
  const kanji = inKanji(foreign);
  const kanjiKnown = kanji && register.writing !== 'latin';
  if (kanji && random.chance(kanjiKnown ? 0.6 : 0.03)) {
    if (nation !== 'CN' || !random.chance(hand.simplified ?? 0.03)) return kanji;
    notes.add('simplified');
    return inKanji(foreign, { simplified: true, space: '' });
  }
  if (random.chance(hand.katakanaName ?? 0)) return foreignerKana(random, person, hand, notes);
  return latinName(random, person, hand, notes);
}

function latinName(random, person, hand, notes) {
  const options = latinOrder(random, person, hand, notes);
  let text = inLatin(person.nation, person.foreign, { ...options, joined: random.chance(0.8) });
  if (
    person.foreign.middle.length &&
    options.middle &&
    person.nation !== 'VN' &&
    random.chance(hand.fromRegister ? 0 : 0.1)
  ) {
    const middle = person.foreign.middle.map((token) => token.latin).join(' ');
    text = text.replace(middle, middle[0]);
    notes.add('initial');
  }
  if (random.chance(0.2)) text = text.toLowerCase().replace(/\b[a-z]/g, (c) => c.toUpperCase());
  if (random.chance(0.05) && options.order === 'family-first' && person.foreign.family.length === 1)
    text = text.replace(' ', ', ');
  return cut(text, hand.cut, notes);
}

function latinOrder(random, person, hand, notes) {
  const turned = random.chance((hand.reordered ?? 0) * (['CN', 'KR'].includes(person.nation) ? 0.2 : 1));
  const short = person.foreign.middle.length > 0 && random.chance(hand.fromRegister ? 0.02 : 0.15);
  if (turned) notes.add('reordered');
  if (short) notes.add('middle-left-out');
  return { order: turned ? 'given-first' : 'family-first', middle: !short };
}

function foreignerKana(random, person, hand, notes) {
  if (random.chance(hand.latin ?? 0)) {
    notes.add('latin-in-kana');
    return latinName(random, person, hand, notes).toUpperCase();
  }
  const style = person.style === 'on' && random.chance(0.9) ? 'on' : 'sound';
  if (style === 'on')
    notes.add(person.register.writing === 'latin' ? 'japanese-reading-of-latin' : 'japanese-reading');
  const vary = random.chance(0.25) ? 0.5 : 0;
  if (vary) notes.add('heard-otherwise');
  return inKana(random, person.nation, person.foreign, {
    style,
    vary,
    ...latinOrder(random, person, hand, notes),
  });
}

function cut(text, length, notes) {
  if (!length || text.length <= length) return text;
  notes.add('cut');
  return text.slice(0, length).trimEnd();
}

function birthWritten(random, { birth: [year, month, day] }, notes) {
  const chance = random.next();
  if (chance > 0.0008) return [year, month, day];
  notes.add('birth-slip');
  if (chance < 0.0002) return [year, 1, 1];
  if (chance < 0.0004 && day <= 12) return [year, day, month];
  if (chance < 0.0006) return [year, month, day > 9 && day % 10 > 0 ? day - 1 : day + 1];
  return [
    year + random.pick([-1, 1, 10 - (year % 10 > 0 ? 20 : 0)]),
    month,
    month === 2 ? Math.min(day, 28) : day,
  ];
}

/** Every variant to the first of its group. */
export const foldVariants = (text) =>
  Array.from(text, (char) => VARIANTS.find((group) => group.includes(char))?.[0] ?? char).join('');
