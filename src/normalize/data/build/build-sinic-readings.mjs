/** Builds ../sinic-readings.tsv: how each kanji is read in Mandarin and in Korean (Unihan by way of mojidata). */
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import initSqlJs from 'sql.js';

const require = createRequire(import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('./node_modules/@mandel59/mojidata/package.json', import.meta.url)));
const SQL = await initSqlJs();
const db = new SQL.Database(readFileSync(require.resolve('@mandel59/mojidata/dist/moji.db')));
const rows = (sql) => db.exec(sql)[0].values;
const lines = (name) =>
  readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));

/** The forms of keys: variants fold to one, and a simplified character stands for another, or for several. */
const folds = new Map(lines('kanji-variants.tsv').map((cells) => cells.slice(0, 2).map((hex) => String.fromCodePoint(Number.parseInt(hex, 16)))));
const simplified = new Map(lines('simplified.tsv').map(([from, to]) => [from, [...to]]));
const keysOf = (char) => new Set([char, ...(simplified.get(char) ?? [])].map((one) => folds.get(one) ?? one));
const known = new Set(lines('kanji-readings.tsv').map(([kanji]) => kanji));

const plain = (pinyin) => pinyin.normalize('NFD').replace(/ü/gu, 'v').replace(/u\u0308/gu, 'v').replace(/\p{Mark}/gu, '');
const readings = new Map();
function add(char, language, reading) {
  for (const key of keysOf(char)) {
    if (!known.has(key) && !simplified.has(char)) continue;
    const entry = readings.get(key) ?? { mandarin: new Set(), hangul: new Set(), common: false };
    entry[language].add(reading);
    readings.set(key, entry);
  }
}
for (const [char, value] of rows('SELECT UCS, value FROM unihan_kMandarin ORDER BY 1'))
  for (const reading of value.split(' ')) add(char, 'mandarin', plain(reading));
for (const [char, value] of rows('SELECT UCS, value FROM unihan_kXHC1983 ORDER BY 1'))
  for (const [, reading] of value.matchAll(/:([^ ]+)/g)) for (const one of reading.split(',')) add(char, 'mandarin', plain(one));
for (const [char, value] of rows('SELECT UCS, value FROM unihan_kHangul ORDER BY 1'))
  for (const [, reading] of value.matchAll(/(\p{Script=Hangul}):/gu)) add(char, 'hangul', reading);
// The first plane of GB 2312 (rows 16 to 55) holds the 3,755 characters that are in common use.
for (const [char, value] of rows('SELECT UCS, value FROM unihan_kGB0'))
  if (Number(value.slice(0, 2)) <= 55) for (const key of keysOf(char)) if (readings.has(key)) readings.get(key).common = true;

const out = [...readings]
  .sort(([a], [b]) => a.codePointAt(0) - b.codePointAt(0))
  .map(([char, { mandarin, hangul, common }]) => [char, [...mandarin].sort().join(','), [...hangul].sort().join(','), common ? 'common' : ''].join('\t'));
const header = [
  '# Readings of characters in Mandarin (pinyin without tones, v for ü) and Korean (hangul), and whether they are common in China.',
  `# Built by build/build-sinic-readings.mjs from kMandarin, kXHC1983, kHangul and kGB0 of Unihan, Copyright Unicode, Inc., Unicode`,
  `# License v3, in @mandel59/mojidata ${manifest.version}. Characters are in the form that keys have; simplified ones lend theirs.`,
];
writeFileSync(new URL('../sinic-readings.tsv', import.meta.url), `${[...header, ...out].join('\n')}\n`);
console.log(`${out.length} characters`);
