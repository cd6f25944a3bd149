// Readings: what is accepted, and how fast. `npm run build && node test/bench/readings.mjs [PAIRS.tsv ...]`
// Without files: the sample in test/normalize/cases. A file holds kind, kanji and kana a line, separated by tabs.
import { readFileSync } from 'node:fs';
import { latinKanaDifference } from '../../dist/verify/latin-kana.js';
import { reads } from '../../dist/verify/reading/reading.js';

const SAMPLE = new URL('../normalize/cases/names-ipadic.tsv', import.meta.url);
const files = process.argv.length > 2 ? process.argv.slice(2) : [SAMPLE];
const pairs = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([kind, kanji, kana]) => ({ kind, kanji, kana })),
);

const known = new Set(pairs.map(({ kanji, kana }) => `${kanji} ${kana}`));
const bySize = new Map();
for (const pair of pairs) {
  const key = pair.kind + pair.kana.length;
  if (!bySize.has(key)) bySize.set(key, []);
  bySize.get(key).push(pair);
}

/** The kana of another name of the same kind and length. */
const strange = pairs
  .map(({ kind, kanji, kana }, i) => {
    const others = bySize.get(kind + kana.length);
    return { kind, kanji, kana: others[(i * 7919 + 13) % others.length].kana };
  })
  .filter(({ kanji, kana }) => !known.has(`${kanji} ${kana}`));

const readable = pairs.filter(({ kanji, kana }) => reads(kanji, kana).verdict === 'reads');
const voiced = readable
  .filter(({ kana }) => /^[カキクケコサシスセソタテトハヒフヘホ]/.test(kana))
  .map(({ kana, ...rest }) => ({
    ...rest,
    kana: String.fromCharCode(kana.charCodeAt(0) + 1) + kana.slice(1),
  }));
const shortened = readable
  .filter(({ kana }) => /[オコソトノホモヨロョ]ウ/.test(kana))
  .map(({ kana, ...rest }) => ({ ...rest, kana: kana.replace(/([オコソトノホモヨロョ])ウ/, '$1') }));
const changed = readable
  .filter(({ kana }) => kana.length >= 4)
  .map(({ kana, ...rest }, i) => {
    const at = i % kana.length;
    return { ...rest, kana: `${kana.slice(0, at)}ペ${kana.slice(at + 1)}` };
  });

const percent = (part, whole) => `${((100 * part) / whole).toFixed(2)} %`.padStart(9);

function report(name, list) {
  const count = { reads: 0, near: 0, differs: 0 };
  for (const { kanji, kana } of list) count[reads(kanji, kana).verdict]++;
  const shares = Object.entries(count).map(([verdict, n]) => `${verdict} ${percent(n, list.length)}`);
  console.log(`${name.padEnd(44)} ${String(list.length).padStart(6)}  ${shares.join('  ')}`);
}

for (const kind of new Set(pairs.map((pair) => pair.kind))) {
  const of = (list) => list.filter((pair) => pair.kind === kind);
  report(`true pairs, ${kind}`, of(pairs));
  report(`another name's kana of that length, ${kind}`, of(strange));
}
report('true pairs (>= 98 % read)', pairs);
report("another name's kana (<= 1 % read)", strange);
report('near misses: dakuten on the first kana', voiced);
report('near misses: long vowel left out', shortened);
report('near misses: one kana of 4 or more changed', changed);

function rate(name, list, judge) {
  let calls = 0;
  const start = performance.now();
  const before = process.cpuUsage();
  while (performance.now() - start < 1500) {
    for (const pair of list) judge(pair);
    calls += list.length;
  }
  // Processor time: other work on the machine must not decide.
  const { user, system } = process.cpuUsage(before);
  const perSecond = calls / ((user + system) / 1e6);
  console.log(`${name.padEnd(44)} ${Math.round(perSecond).toLocaleString('en')} pairs/s`);
}

rate('throughput, true pairs (>= 200,000)', pairs, ({ kanji, kana }) => reads(kanji, kana));
rate('throughput, strange pairs (>= 200,000)', strange, ({ kanji, kana }) => reads(kanji, kana));
const latin = [
  ['JOHNSON', 'ジョンソン'],
  ['NGUYEN', 'グエン'],
  ['SATO', 'タナカ'],
];
rate('throughput, Latin against kana', latin, ([a, b]) => latinKanaDifference(a, b));
