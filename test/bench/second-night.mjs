// What the night after costs: of each file of a world some rows are taken away, some are added and some are changed, one in a hundred
// together. The first night, the second over the changed files, and a full run of these: prints JSON with the processor's
// seconds of each, the ratio of the second to the first, and whether second and full run gave the same bytes.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { totsugo } from './totsugo.mjs';

/** Of a thousand rows of each file: not there on the first night, gone on the second, and other on the second. */
const [ADDED, REMOVED, CHANGED] = [2, 2, 6];

/** Columns of the world's CSV files of which a changed row has another's text: people move, marry, are corrected. */
const MOVED = ['住所', '氏名カナ', '転入前住所'];

/** @param world folder of `totsugo synth`; @param folder where the two nights are made; @param more further options of `run`. */
export async function secondNight(world, folder, more = []) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(world, 'pipeline.yaml'), join(folder, 'pipeline.yaml'));
  writeWorld(world, folder, 'first');
  const first = await night(folder, 'night', more);
  writeWorld(world, folder, 'second');
  const second = await night(folder, 'night', more);
  const full = await night(folder, 'full', [...more, '--full']);
  return {
    first,
    second,
    full,
    ratio: round(second.cpu_seconds / first.cpu_seconds),
    differing: differing(join(folder, 'night'), join(folder, 'full')),
  };
}

/** Copies of the input files of one night. */
export function writeWorld(world, folder, which) {
  for (const name of readdirSync(world).filter((name) => /^(?!truth).*\.(csv|jsonl|txt)$/.test(name))) {
    const bytes = readFileSync(join(world, name));
    // Latin letters stand for bytes: the notation of the file does not matter.
    const text = bytes.toString('latin1');
    const rows = text.split('\n').filter((row) => row !== '');
    const head = name.endsWith('.csv') ? rows.shift() : null;
    const other = changer(name, head);
    const out = rows.flatMap((row, i) => {
      const lot = createHash('md5').update(`${name} ${row}`).digest().readUInt32BE(0) % 1000;
      if (lot < ADDED) return which === 'first' ? [] : [row];
      if (lot < ADDED + REMOVED) return which === 'first' ? [row] : [];
      const isChanged = which === 'second' && lot < ADDED + REMOVED + CHANGED;
      return [isChanged ? other(row, rows[(i + 1) % rows.length]) : row];
    });
    writeFileSync(join(folder, name), `${[...(head === null ? [] : [head]), ...out].join('\n')}\n`, 'latin1');
  }
}

function changer(name, head) {
  if (name.endsWith('.jsonl'))
    return (row, next) => {
      const [mine, others] = [row, next].map((text) => JSON.parse(Buffer.from(text, 'latin1').toString()));
      return Buffer.from(JSON.stringify({ ...mine, address: others.address })).toString('latin1');
    };
  // Fixed width: the second at which it was registered.
  if (head === null) return (row) => `${row.slice(0, 70)}${row[70] === '9' ? '0' : '9'}${row.slice(71)}`;
  const cells = (line) => parse(Buffer.from(line, 'latin1'), { bom: true, relax_quotes: true })[0];
  const places = cells(head).flatMap((column, i) => (MOVED.includes(column) ? [i] : []));
  return (row, next) => {
    const [mine, others] = [cells(row), cells(next)];
    const made = mine.map((cell, i) => (places.includes(i) ? others[i] : cell));
    return Buffer.from(
      made.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','),
    ).toString('latin1');
  };
}

async function night(folder, out, more) {
  const dir = join(folder, out);
  const started = performance.now();
  await totsugo(['run', join(folder, 'pipeline.yaml'), '--out', dir, '--quiet', ...more]);
  const seconds = (performance.now() - started) / 1000;
  const { stages, reused_run } = JSON.parse(readFileSync(join(dir, 'run.json'), 'utf8'));
  return {
    seconds: round(seconds),
    cpu_seconds: round(stages.reduce((sum, stage) => sum + stage.cpu_seconds, 0)),
    reused_run,
    stages: stages.map(({ name, cpu_seconds, figures }) => ({
      name,
      cpu_seconds,
      reused: figures?.reused,
      unchanged_rows: figures?.unchanged_rows,
    })),
  };
}

/** Outputs that are not the same bytes in both folders, but those that hold times and the name of the run. */
function differing(a, b) {
  const names = (dir) =>
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
      .filter((name) => !/^(work|run\.json|audit-log|log-head|\.totsugo)/.test(name));
  const same = (name) =>
    existsSync(join(a, name)) &&
    existsSync(join(b, name)) &&
    comparable(join(a, name)) === comparable(join(b, name));
  return [...new Set([...names(a), ...names(b)])].filter((name) => !same(name)).sort();
}

/** Pages name the run that they are of. */
function comparable(path) {
  return readFileSync(path)
    .toString('latin1')
    .replaceAll(/\d{8}-\d{6}-[a-z0-9-]+/g, 'RUN');
}

const round = (value) => Number(value.toFixed(2));
