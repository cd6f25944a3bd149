// How long reading takes and how much memory, by encoding: one table of residents written in each, read in turn, every
// time by a process of its own. `npm run bench:ingest -- [MB] [ROUNDS]`: MB is the size in CP932; the table in
// docs/reading-files.md is made with 1024. Best of the rounds; a tenth of the size is read too, to see memory stay flat.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { openDuckDb } from '../../dist/engine/duckdb.js';
import { ingestInput } from '../../dist/ingest/index.js';

const PAGE = 'docs/reading-files.md';
const START = '<!-- bench:ingest -->';
const END = '<!-- /bench:ingest -->';
/** UTF-8 first: the others are compared with it. */
const ENCODINGS = ['utf-8', 'cp932', 'euc-jp', 'utf-16le'];
const MEGABYTES = 512;
const THREADS = 2;
const COLUMNS = {
  resident_id: '宛名番号',
  my_number: '個人番号',
  household_id: '世帯番号',
  name: '氏名',
  kana: 'フリガナ',
  birth_date: '生年月日',
  sex: '性別',
  address: '住所',
};
const NAMES = ['山田', '佐藤', '表', '能勢', '渡邊', '齋藤', '長谷川', '五十嵐', '小笠原', '曽我'];
const GIVEN = ['太郎', '花子', '健一', '美咲', '翔', '陽菜', '蓮', '葵', '大輔', '由美子', '誠'];
const KANA = [
  'ヤマダ',
  'サトウ',
  'オモテ',
  'ノセ',
  'ワタナベ',
  'サイトウ',
  'ハセガワ',
  'イガラシ',
  'オガサワラ',
  'ソガ',
];
const GIVEN_KANA = [
  'タロウ',
  'ハナコ',
  'ケンイチ',
  'ミサキ',
  'ショウ',
  'ヒナ',
  'レン',
  'アオイ',
  'ダイスケ',
  'ユミコ',
  'マコト',
];

if (process.argv[2] === 'read') await readOne(process.argv[3], process.argv[4]);
else await compare(Number(process.argv[2] ?? 64), Number(process.argv[3] ?? 3));

async function compare(megabytes, rounds) {
  const dir = mkdtempSync(join(tmpdir(), 'bench-ingest-'));
  try {
    const results = ENCODINGS.map((encoding) => {
      const [small, large] = [megabytes / 10, megabytes].map((size) => makeFile(dir, encoding, size));
      return { encoding, small, large, peakSmall: read(encoding, small).peak, runs: [] };
    });
    for (let round = 0; round < rounds; round++)
      for (const each of results) each.runs.push(read(each.encoding, each.large));
    const table = tableOf(results);
    console.log(table);
    if (megabytes >= 1024) await record(table);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function read(encoding, path) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [
    fileURLToPath(import.meta.url),
    'read',
    encoding,
    path,
  ]);
  if (status !== 0) throw new Error(String(stderr));
  return JSON.parse(String(stdout));
}

/** Reads a file as `run` does, with the memory of the process seen ten times a second. */
async function readOne(encoding, path) {
  const work = mkdtempSync(join(tmpdir(), 'bench-ingest-work-'));
  const columns = Object.fromEntries(
    Object.entries(COLUMNS).map(([item, name]) => [item, { from: [name], format: null }]),
  );
  const spec = {
    id: 'register',
    files: [path],
    format: 'csv',
    encoding,
    layout: null,
    columns,
    maxRejectShare: 0.01,
  };
  const memory = [];
  const watch = setInterval(() => memory.push(process.memoryUsage.rss()), 100);
  const engine = await openDuckDb({
    path: join(work, 'bench.duckdb'),
    memory: MEGABYTES * 1e6,
    threads: THREADS,
    uncompressed: true,
  });
  const start = performance.now();
  const { files } = await ingestInput(engine, spec, { dir: work, workDir: work });
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  engine.close();
  rmSync(work, { recursive: true });
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    JSON.stringify({ seconds, peak, rows: files[0].accepted, memory: memory.map((each) => each / 2 ** 20) }),
  );
}

/** The same rows in every encoding, until the file in CP932 would have the size. */
function makeFile(dir, encoding, megabytes) {
  const path = join(dir, `${encoding}-${megabytes}.csv`);
  const descriptor = openSync(path, 'w');
  const put = (text) => writeSync(descriptor, iconv.encode(text, encoding));
  put(`${Object.values(COLUMNS).join(',')}\r\n`);
  for (let at = 0, size = 0; size < megabytes * 2 ** 20; at += 10_000) {
    const text = Array.from({ length: 10_000 }, (_, i) => rowOf(at + i)).join('');
    size += iconv.encode(text, 'cp932').length;
    put(text);
  }
  closeSync(descriptor);
  return path;
}

function rowOf(i) {
  const [family, given] = [i % 10, (i * 7) % 11];
  const born = `昭和${1 + (i % 63)}年${1 + (i % 12)}月${1 + (i % 28)}日`;
  const address = `東京都千代田区霞が関${1 + (i % 3)}丁目${1 + (i % 40)}番${1 + (i % 9)}号 能登ハイツ${100 + (i % 900)}`;
  const number = String(100_000_000_000 + i * 7);
  return `${`${i}`.padStart(10, '0')},${number},${i >> 1},${NAMES[family]}　${GIVEN[given]},${KANA[family]} ${GIVEN_KANA[given]},${born},${1 + (i % 2)},"${address}"\r\n`;
}

function tableOf(results) {
  const seconds = ({ runs }) => Math.min(...runs.map((run) => run.seconds));
  const [first] = results;
  const { rows } = first.runs[0];
  const megabytes = (path) => Math.round(statSync(path).size / 2 ** 20);
  const lines = results.map((each) => {
    const { memory, peak } = each.runs.toSorted((a, b) => a.seconds - b.seconds)[0];
    const quarters = [0.25, 0.5, 0.75, 1].map((share) =>
      Math.round(memory[Math.ceil(share * memory.length) - 1]),
    );
    const time = seconds(each);
    return `| ${each.encoding} | ${megabytes(each.large)} | ${time.toFixed(1)} | ${(time / seconds(first)).toFixed(2)} | ${quarters.join(', ')} | ${Math.round(peak)} | ${Math.round(each.peakSmall)} |`;
  });
  return [
    `${rows.toLocaleString('en-US')} residents with 8 columns, ${THREADS} threads, ${MEGABYTES} MB for the database; best of ${first.runs.length}.`,
    '',
    '| encoding | MB | seconds | times UTF-8 | memory after each quarter of the time, MB | peak, MB | peak at a tenth of the size, MB |',
    '| --- | ---: | ---: | ---: | --- | ---: | ---: |',
    ...lines,
  ].join('\n');
}

async function record(text) {
  const page = await readFile(PAGE, 'utf8');
  const [before, after] = [page.indexOf(START), page.indexOf(END)];
  if (before < 0 || after < 0) throw new Error(`${PAGE} lacks ${START} or ${END}`);
  await writeFile(PAGE, `${page.slice(0, before + START.length)}\n\n${text}\n\n${page.slice(after)}`);
}
