/**
 * Names of foreign residents: Latin letters as on the residence card, kanji where the country has them, kana by sound or in
 * the Japanese reading, each with the variants that are heard.
 *
 * @typedef {object} Token a word of a name
 * @property {string} latin
 * @property {string[]} sounds kana by sound, the usual one first
 * @property {string} kanji '' where there is none
 * @property {string} simplified
 * @property {string} on the Japanese reading of the kanji
 * @typedef {{family: Token[], given: Token[], middle: Token[]}} ForeignName
 */
import { readFileSync } from 'node:fs';
import { drawFrom } from './prng.mjs';

const read = (file) =>
  readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));

/** Residents by nationality, in thousands, 2023, near enough; the small ones stand for all like them. */
const NATIONS = [
  ['CN', 890],
  ['VN', 565],
  ['KR', 410],
  ['PH', 322],
  ['BR', 212],
  ['NP', 176],
  ['ID', 149],
  ['MM', 87],
  ['TH', 62],
  ['IN', 110],
  ['PE', 50],
  ['US', 190],
];
export const nation = drawFrom(NATIONS);

const HAN = { CN: han('chinese.txt'), KR: han('korean.txt') };
const LATIN = latin();

/** @param {import('./prng.mjs').Prng} random @param {1 | 2} sex @param {Token[]} [family] of the household @returns {ForeignName} */
export function foreignName(random, country, sex, family) {
  if (HAN[country]) {
    const count = random.chance(country === 'CN' ? 0.35 : 0.03) ? 1 : 2;
    const fits = HAN[country].given.filter(
      (token) => token.sex === 'x' || token.sex === (sex === 1 ? 'm' : 'f'),
    );
    const given = Array.from({ length: count }, () => spelling(random, random.pick(fits)));
    return { family: family ?? [spelling(random, common(random, HAN[country].family))], given, middle: [] };
  }
  const lists = LATIN[country];
  const givens = lists[sex === 1 ? 'male' : 'female'];
  if (country === 'MM')
    return {
      family: [],
      middle: [],
      given: Array.from({ length: random.between(2, 4) }, () => random.pick(givens)[0]),
    };
  const middles = lists[sex === 1 ? 'middle-m' : 'middle-f'];
  const middle =
    country === 'PH'
      ? random.pick(lists.family)
      : middles && random.chance(country === 'VN' ? 0.9 : 0.45)
        ? random.pick(middles)
        : [];
  const own = family ?? common(random, lists.family);
  return { family: own, given: random.pick(givens), middle: same(middle, own) ? [] : middle };
}

/** Does the family's name pass to wife and children? Chinese, Korean and Vietnamese wives keep theirs. */
export const wifeKeepsName = (country) => ['CN', 'KR', 'VN', 'MM', 'ID'].includes(country);

/** The words in the order of a document. */
export function words(country, name, { order = 'family-first', middle = true } = {}) {
  const middles = middle ? name.middle : [];
  const given = country === 'VN' ? [...middles, ...name.given] : [...name.given, ...middles];
  return order === 'family-first'
    ? [...name.family, ...given]
    : [...(country === 'VN' ? given : [...name.given, ...middles]), ...name.family];
}

/** Latin letters; the syllables of Chinese given names are one word, of Korean ones often. */
export function inLatin(country, name, options = {}) {
  const given =
    HAN[country] && options.joined !== false
      ? [{ ...name.given[0], latin: name.given.map((t) => t.latin).join('') }]
      : name.given;
  return words(country, { ...name, given }, options)
    .map((token) => token.latin)
    .join(' ');
}

/** Kanji with the family name apart, or '' where the name has none. */
export function inKanji(name, { simplified = false, space = '　' } = {}) {
  const form = (tokens) => tokens.map((token) => (simplified ? token.simplified : token.kanji)).join('');
  return form(name.family) && form(name.given) ? `${form(name.family)}${space}${form(name.given)}` : '';
}

/**
 * Kana as somebody hears or writes it down.
 * @param {import('./prng.mjs').Prng} random
 * @param {{style?: 'sound' | 'on', vary?: number, order?: string, middle?: boolean}} options vary: chance that a word is heard otherwise
 */
export function inKana(random, country, name, options = {}) {
  const { style = 'sound', vary = 0, order = 'family-first', middle = true } = options;
  const one = (token) =>
    style === 'on' && token.on
      ? token.on
      : vary && random.chance(vary)
        ? random.pick(token.sounds)
        : token.sounds[0];
  if (HAN[country]) {
    const [family, given] = [name.family.map(one).join(''), name.given.map(one).join('')];
    return order === 'family-first' ? `${family}　${given}` : `${given}　${family}`;
  }
  return words(country, name, { order, middle }).map(one).join('　');
}

/** Every kana that could stand for a word of this name, the Japanese readings of all characters of one pinyin included. */
export function heardAs(token) {
  const alike = [...HAN.CN.all, ...HAN.KR.all].filter(
    (other) => other.spellings.includes(token.latin) && (token.kanji === '' || token.kanji === other.kanji),
  );
  return new Set([
    ...token.sounds,
    ...(token.on ? [token.on] : []),
    ...alike.flatMap((other) => [...other.sounds, other.on]),
  ]);
}

const same = (one, two) => one[0]?.latin === two[0].latin;
const common = (random, list) => list[Math.min(random.int(list.length), random.int(list.length))];
const spelling = (random, token) => ({ ...token, latin: random.pick(token.spellings) });

function han(file) {
  const lists = { family: [], given: [], all: [] };
  for (const line of read(file)) {
    const [kind, ...entries] = line.split(' ');
    for (const entry of entries) {
      const [kanji, simplified, spelt, on, sounds, sex] = entry.split(':');
      const token = {
        kanji,
        simplified,
        spellings: spelt.split('/'),
        latin: '',
        on,
        sounds: sounds.split('/'),
        sex,
      };
      lists[kind].push(token);
      lists.all.push(token);
    }
  }
  return lists;
}

/** Country → kind → list of names, each a list of words. */
function latin() {
  const lists = {};
  for (const line of read('latin.txt')) {
    const [, country, kind, rest] = line.match(/^(\S+) (\S+) (.+)$/);
    lists[country] ??= {};
    lists[country][kind] = rest.split(/(?<=[ァ-ー]) (?=[A-Z])/).map(entryTokens);
  }
  return lists;
}

/** "MARY ANN:メアリー アン/マリー アン" → two words, each with its kana; where the words do not pair, they are one. */
function entryTokens(entry) {
  const [spelt, kana] = entry.split(':');
  const letters = spelt.split(' ');
  const readings = kana.split('/').map((reading) => reading.split(' '));
  const blank = { kanji: '', simplified: '', on: '' };
  if (!readings.every((reading) => reading.length === letters.length)) {
    return [{ ...blank, latin: spelt, sounds: readings.map((reading) => reading.join('')) }];
  }
  return letters.map((word, i) => ({
    ...blank,
    latin: word,
    sounds: [...new Set(readings.map((reading) => reading[i]))],
  }));
}
