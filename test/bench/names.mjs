// Throughput of the name normalisers on one core, in million texts a second of processor time: `npm run build && node test/bench/names.mjs`.
import { kanaKey, looseKanaKey } from '../../dist/normalize/name/kana.js';
import { kanjiKey } from '../../dist/normalize/name/kanji.js';
import { parseName } from '../../dist/normalize/name/name.js';

const TEXTS = 20_000;
const SECONDS = 1;

const each = (make) => Array.from({ length: TEXTS }, (_, i) => make(i));
const kana = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモ';
const kanji = '一三上中久井佐保信健元光内加勝北十千原口古吉和坂坪堀外大太夫太安宏宮小山岡岩島川市平幸広弘';
const pick = (letters, i, n) => letters[(i * n + (i >> 5)) % letters.length];
const plainKana = each((i) => pick(kana, i, 1) + pick(kana, i, 7) + pick(kana, i, 11) + pick(kana, i, 3));
const plainKanji = each((i) => pick(kanji, i, 1) + pick(kanji, i, 7));
const half = (text) => text.replace(/[ア-モ]/g, (k) => String.fromCharCode(0xff71 + (kana.indexOf(k) % 36)));

const CASES = [
  ['kanaKey, plain', 3, kanaKey, plainKana],
  ['kanaKey, small kana and ー', 3, kanaKey, plainKana.map((text) => `${text}ョー`)],
  ['kanaKey, half width', 3, kanaKey, plainKana.map(half)],
  ['kanaKey, hiragana and space', 3, kanaKey, plainKana.map((text) => `${text} さくら`)],
  ['looseKanaKey', 0, looseKanaKey, plainKana],
  ['kanjiKey, plain', 2, kanjiKey, plainKanji],
  ['kanjiKey, variants', 2, kanjiKey, plainKanji.map((text) => `\u{9ad9}${text}\u{fa11}`)],
  ['kanjiKey, 々 and a supplementary variant', 2, kanjiKey, plainKanji.map((text) => `${text}々\u{20bb7}`)],
  ['parseName, kanji with space', 0, parseName, plainKanji.map((text) => `${text}　花子`)],
  ['parseName, brackets', 0, parseName, plainKanji.map((text) => `${text}［山田］　花子`)],
];

for (const [name, wanted, fold, texts] of CASES) {
  let [calls, length] = [0, 0];
  const run = (until) => {
    while (performance.now() < until) {
      for (const text of texts) length += fold(text).length ?? 0;
      calls += texts.length;
    }
  };
  run(performance.now() + 300);
  calls = 0;
  const before = process.cpuUsage();
  run(performance.now() + SECONDS * 1000);
  const { user, system } = process.cpuUsage(before);
  const rate = calls / (user + system);
  const verdict = wanted === 0 ? '' : rate >= wanted ? `  (>= ${wanted}: yes)` : `  (>= ${wanted}: NO)`;
  console.log(`${name.padEnd(42)} ${rate.toFixed(2).padStart(6)} M/s${verdict}${length < 0 ? '!' : ''}`);
}
